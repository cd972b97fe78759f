package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.result.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies all stores of an installation as of one instant, also while it works, and fills stores
 * from copies.
 */
public final class StoreCopies {
  private static final String SUFFIX = ".db";

  private StoreCopies() {}

  /** The stores with a file in this directory, in the order of their names. */
  public static List<String> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  /**
   * Copies the SQLite files of a directory, also those that another process has open. Writers wait
   * for the moment in which all stores are looked at, not for the copying.
   *
   * @param target an existing, empty directory
   * @throws ProblemException DATABASE_IN_USE when a writer does not end within ten seconds
   */
  public static List<StoreCopy> ofDirectory(Path directory, Path target, CopyProgress progress) {
    return ofDirectory(directory, in(directory), target, progress);
  }

  /**
   * The same of some stores only.
   *
   * @param names of stores that are there
   */
  public static List<StoreCopy> ofDirectory(
      Path directory, List<String> names, Path target, CopyProgress progress) {
    List<StoreCopy> copies = new ArrayList<>();
    try (SqliteMoment moment = SqliteMoment.of(directory, names)) {
      for (int i = 0; i < names.size(); i++) {
        progress.begin(names.get(i), i, names.size());
        Path file = target.resolve(names.get(i) + SUFFIX);
        moment.copy(i, file);
        copies.add(checked(names.get(i), file));
      }
      return copies;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot copy the stores of " + directory, e);
    }
  }

  /** Copies all stores of a PostgreSQL database; nobody waits. */
  public static List<StoreCopy> ofServer(
      PostgresAccess access, Path target, CopyProgress progress) {
    List<StoreCopy> copies = new ArrayList<>();
    try (PostgresMoment moment = PostgresMoment.of(access)) {
      List<Schema> stores = moment.stores();
      for (int i = 0; i < stores.size(); i++) {
        Schema store = stores.get(i);
        progress.begin(store.name(), i, stores.size());
        moment.copy(store, target);
        copies.add(checked(store.name(), target.resolve(store.name() + SUFFIX)));
      }
      return copies;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot copy the stores of " + access, e);
    }
  }

  /** Whether a PostgreSQL database holds any of our stores. */
  public static boolean exist(PostgresAccess access) {
    try (PostgresMoment moment = PostgresMoment.of(access)) {
      return !moment.stores().isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look at " + access, e);
    }
  }

  /**
   * Puts a copy in the place of everything in a store of a PostgreSQL database, wholly or not at
   * all. The copy must have the version that this program's migrations lead to.
   *
   * @throws ProblemException {@link SqlReason} when another process has the store open
   */
  public static void intoServer(StoreCopy copy, PostgresAccess access) {
    Schema schema = new Schema(copy.name(), copy.version());
    try (Database database = Databases.on(access).open(schema, Durability.FULL);
        Connection from = SqliteFiles.reading(copy.file())) {
      database.writing(handle -> TableCopy.fillPostgres(from, handle.getConnection()));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + copy.file(), e);
    }
  }

  /** Closes a copied file for good, and looks whether it is whole. */
  private static StoreCopy checked(String name, Path file) throws SQLException {
    String state = SqliteFiles.settle(file);
    if (!state.equals("ok")) {
      throw new IllegalStateException("expected a whole copy of " + name + ", found " + state);
    }
    return new StoreCopy(name, SqliteFiles.version(file), file);
  }

  /** A file that was copied before; its version is read from it. */
  public static StoreCopy of(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return new StoreCopy(
          name.substring(0, name.length() - SUFFIX.length()), SqliteFiles.version(file), file);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
