package dev.arduinotrader.universe;

import dev.arduinotrader.universe.store.SqlUniverseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An empty universe.db, migrated once for all tests: a migration takes longer than most of them.
 */
final class MigratedFile {
  private static final byte[] CONTENT = migrated();

  private MigratedFile() {}

  static void copyTo(Path directory) {
    SmallMarket.bytes(directory, "universe.db", CONTENT);
  }

  private static byte[] migrated() {
    try {
      Path directory = Files.createTempDirectory("universe-migrated");
      SqlUniverseStore.open(directory).close();
      byte[] content = Files.readAllBytes(directory.resolve("universe.db"));
      Files.delete(directory.resolve("universe.db"));
      Files.delete(directory);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
