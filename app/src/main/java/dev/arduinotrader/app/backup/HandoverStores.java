package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.backup.BackupManifest.CheckedBooks;
import dev.arduinotrader.app.backup.BackupManifest.StoreFile;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.health.Version;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.sql.StoreCopies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** The files that belong to one service, and what is done with them in a move. */
final class HandoverStores {
  private static final String BOOKS = "portfolio";
  private static final List<CheckedBooks> NO_BOOKS = List.of();

  private HandoverStores() {}

  /** The names of a service's stores; none for a service whose state does not move. */
  static List<String> of(ServiceName service) {
    return switch (service) {
      case PORTFOLIO -> List.of("portfolio");
      case TRADING -> List.of("paper_broker", "trading");
      case UNIVERSE -> List.of("universe");
      case PLANNING, SCORING, OPTIMIZATION, GATEWAY -> List.of();
    };
  }

  /**
   * Copies stores that no process has open, proves that their pages, rows and books fit together,
   * and writes down what the copy is.
   */
  static Result<BackupManifest> copy(
      Path data, List<String> stores, Path folder, String id, Instant now) {
    List<StoreFile> files =
        StoreCopies.ofDirectory(data, stores, folder, (store, number, count) -> {}).stream()
            .map(BackupMaker::describe)
            .toList();
    return HighWater.stored(data)
        .then(
            clock ->
                (stores.contains(BOOKS) ? prove(folder, files) : Result.success(NO_BOOKS))
                    .map(
                        books ->
                            written(
                                folder,
                                new BackupManifest(
                                    BackupManifest.FORMAT,
                                    id,
                                    now,
                                    Version.current(),
                                    data.toString(),
                                    clock.orElse(null),
                                    files,
                                    books))));
  }

  /** Opens copies of the copies with this program, and verifies the books in them. */
  static Result<List<CheckedBooks>> prove(Path folder, List<StoreFile> files) {
    Path scratch = Scratch.beside(folder);
    try {
      return BackupCheck.books(folder, files.stream().map(StoreFile::file).toList(), scratch);
    } finally {
      BackupFiles.delete(scratch);
    }
  }

  private static BackupManifest written(Path folder, BackupManifest manifest) {
    try {
      Files.writeString(folder.resolve(BackupFiles.MANIFEST), Json.pretty(manifest) + "\n");
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** A folder for its owner only. */
  static void make(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  /** Moves the files of stores, each with what SQLite keeps beside it. */
  static void move(List<String> stores, Path from, Path to) {
    try {
      for (String store : stores) {
        for (String suffix : List.of(".db-wal", ".db-shm", ".db")) {
          Path file = from.resolve(store + suffix);
          if (Files.exists(file)) {
            Files.move(file, to.resolve(store + suffix));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move " + stores + " from " + from + " to " + to, e);
    }
  }
}
