package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.backup.BackupManifest.CheckedBooks;
import dev.arduinotrader.app.backup.BackupManifest.StoreFile;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.health.Version;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.sql.PostgresAccess;
import dev.arduinotrader.platform.sql.StoreCopies;
import dev.arduinotrader.platform.sql.StoreCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one backup; nothing is kept that was not proved. */
final class BackupMaker {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int COPIED_PERCENT = 60;
  private static final int HASHED_PERCENT = 70;

  private final BackupPlace place;
  private final Path folder;
  private final Progress progress;

  /** Hears how far it is. */
  @FunctionalInterface
  interface Progress {
    void at(int percent, String step);
  }

  BackupMaker(BackupPlace place, Path folder, Progress progress) {
    this.place = place;
    this.folder = folder;
    this.progress = progress;
  }

  /** Copies, proves and keeps; NOTHING_TO_BACK_UP or BACKUP_DAMAGED leave nothing behind. */
  Result<BackupManifest> make(Instant now) {
    String id = freeName(NAME.format(now));
    Path partial = folder.resolve("." + id + ".partial");
    try {
      Files.createDirectories(folder);
      Files.createDirectory(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return HighWater.stored(place.dataDirectory())
          .then(clock -> fill(partial, id, now, clock.orElse(null)))
          .map(manifest -> keep(partial, manifest));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a backup in " + folder, e);
    } finally {
      BackupFiles.delete(partial);
    }
  }

  private String freeName(String wanted) {
    String name = wanted;
    for (int number = 2; Files.exists(folder.resolve(name)); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }

  private Result<BackupManifest> fill(
      Path partial, String id, Instant now, @Nullable Instant clock) {
    List<StoreCopy> copies = copy(partial);
    if (copies.isEmpty()) {
      return BackupReason.NOTHING_TO_BACK_UP.failure(
          "expected stores in %s, found none\nMaybe name the directory: --data DIR."
              .formatted(place.describe()));
    }
    progress.at(COPIED_PERCENT, "hashing");
    List<StoreFile> files = copies.stream().map(BackupMaker::describe).toList();
    progress.at(HASHED_PERCENT, "verifying the books of the copy");
    return prove(partial, files)
        .map(
            books ->
                new BackupManifest(
                    BackupManifest.FORMAT,
                    id,
                    now,
                    Version.current(),
                    place.describe(),
                    clock,
                    files,
                    books));
  }

  private List<StoreCopy> copy(Path partial) {
    PostgresAccess server = place.server();
    return server == null
        ? StoreCopies.ofDirectory(place.dataDirectory(), partial, this::copying)
        : StoreCopies.ofServer(server, partial, this::copying);
  }

  private void copying(String store, int number, int count) {
    progress.at(COPIED_PERCENT * number / count, "copying " + store);
  }

  static StoreFile describe(StoreCopy copy) {
    try {
      return new StoreFile(
          copy.name(),
          copy.version(),
          String.valueOf(copy.file().getFileName()),
          Files.size(copy.file()),
          BackupFiles.sha256(copy.file()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + copy.file(), e);
    }
  }

  private static Result<List<CheckedBooks>> prove(Path partial, List<StoreFile> files) {
    Path scratch = Scratch.beside(partial);
    try {
      return BackupCheck.books(partial, files.stream().map(StoreFile::file).toList(), scratch);
    } finally {
      BackupFiles.delete(scratch);
    }
  }

  private BackupManifest keep(Path partial, BackupManifest manifest) {
    try {
      Files.writeString(partial.resolve(BackupFiles.MANIFEST), Json.pretty(manifest) + "\n");
      Files.move(partial, folder.resolve(manifest.id()), StandardCopyOption.ATOMIC_MOVE);
      progress.at(100, "kept");
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the backup " + manifest.id(), e);
    }
  }
}
