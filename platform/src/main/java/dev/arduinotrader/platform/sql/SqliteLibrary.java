package dev.arduinotrader.platform.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteDataSource;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library, which its driver would otherwise unpack anew at every start. */
public final class SqliteLibrary {
  private SqliteLibrary() {}

  /**
   * Puts this platform's library into a folder. A program started with {@code
   * -Dorg.sqlite.lib.path=<folder>} takes it from there; without one it unpacks its own.
   *
   * @throws UncheckedIOException when the folder cannot be written, or the platform is unknown
   */
  public static void unpack(Path folder) {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SqliteLibrary.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("expected SQLite's library at " + resource + ", found none");
      }
      Files.createDirectories(folder);
      Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads the driver and its library and answers one question, so that the next opens fast. */
  public static void wake() {
    SQLiteDataSource memory = new SQLiteDataSource();
    memory.setUrl("jdbc:sqlite::memory:");
    Jdbi.create(memory)
        .useHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }
}
