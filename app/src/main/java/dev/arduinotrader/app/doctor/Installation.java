package dev.arduinotrader.app.doctor;

import dev.arduinotrader.app.backup.BackupManifest;
import dev.arduinotrader.app.backup.BackupPlace;
import dev.arduinotrader.app.backup.Backups;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.time.TraderClock;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The program, its data directory, its clock and its backups, looked at without a service. */
final class Installation {
  private static final int JAVA_MIN = 25;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long DISK_LOW_BYTES = 1024 * MEGABYTE;
  private static final long DISK_FULL_BYTES = 100 * MEGABYTE;
  private static final Duration BACKUP_OLD = Duration.ofDays(2);

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final SessionOptions options;
  private final TraderClock clock;

  Installation(SessionOptions options, TraderClock clock) {
    this.options = options;
    this.clock = clock;
  }

  List<Diagnosis> look() {
    List<Diagnosis> found = new ArrayList<>();
    found.add(java());
    found.add(disk());
    found.add(clock());
    found.add(token());
    found.add(backup());
    return found;
  }

  private static Diagnosis java() {
    int feature = Runtime.version().feature();
    String seen =
        "Java %s, heap up to %d MB"
            .formatted(Runtime.version(), Runtime.getRuntime().maxMemory() / MEGABYTE);
    return feature >= JAVA_MIN
        ? Diagnosis.ok("java", seen)
        : Diagnosis.fail("java", seen, "install a JDK " + JAVA_MIN + " and start by ./trader");
  }

  private Diagnosis disk() {
    Path directory = options.dataDirectory();
    try {
      if (!Files.isDirectory(directory)) {
        return Diagnosis.warn(
            "disk", "no data directory at " + directory, "trader run makes it, or name it: --data");
      }
      if (!Files.isWritable(directory)) {
        return Diagnosis.fail(
            "disk",
            directory + " cannot be written",
            "give the user who runs trader the right to write there");
      }
      FileStore store = Files.getFileStore(directory);
      long free = store.getUsableSpace();
      String seen = "%d MB free in %s".formatted(free / MEGABYTE, directory);
      if (free < DISK_FULL_BYTES) {
        return Diagnosis.fail("disk", seen, "make room, or move the data: --data");
      }
      return free < DISK_LOW_BYTES
          ? Diagnosis.warn("disk", seen, "make room soon")
          : Diagnosis.ok("disk", seen);
    } catch (IOException e) {
      return Diagnosis.fail("disk", "cannot be looked at: " + e.getMessage(), "see the system log");
    }
  }

  private Diagnosis clock() {
    Instant now = clock.now();
    if (!Files.isDirectory(options.dataDirectory())) {
      return Diagnosis.ok("clock", now.toString());
    }
    return switch (HighWater.stored(options.dataDirectory())) {
      case Result.Failure<Optional<Instant>>(Problem problem) ->
          Diagnosis.fail("clock", problem.message(), "restore the file from a backup");
      case Result.Success<Optional<Instant>>(Optional<Instant> latest) ->
          latest.isPresent() && now.isBefore(latest.get())
              ? Diagnosis.fail(
                  "clock",
                  "it is %s here, and the data has seen %s".formatted(now, latest.get()),
                  "set the clock (timedatectl), or --as-of for a past that is played")
              : Diagnosis.ok("clock", now + ", not before what the data has seen");
    };
  }

  private Diagnosis token() {
    Path token = options.dataDirectory().resolve("token");
    if (!Files.isRegularFile(token)) {
      return Diagnosis.ok("token", "none yet; the first run makes it");
    }
    try {
      return Files.getPosixFilePermissions(token).stream().anyMatch(OF_OTHERS::contains)
          ? Diagnosis.fail(
              "token",
              token + " can be read by others",
              "delete it: the next start of the gateway makes another")
          : Diagnosis.ok("token", "readable by its owner only");
    } catch (IOException | UnsupportedOperationException e) {
      return Diagnosis.warn("token", "its permissions cannot be seen: " + e, "ls -l " + token);
    }
  }

  private Diagnosis backup() {
    if (!Files.isDirectory(options.dataDirectory())) {
      return Diagnosis.ok("backup", "nothing to copy yet");
    }
    Result<List<BackupManifest>> all =
        BackupPlace.of(options).map(place -> new Backups(place, place.backups(), clock).list());
    return switch (all) {
      case Result.Failure<List<BackupManifest>>(Problem problem) ->
          Diagnosis.warn("backup", problem.message(), "trader backup list says more");
      case Result.Success<List<BackupManifest>>(List<BackupManifest> backups) ->
          backups.isEmpty()
              ? Diagnosis.warn("backup", "there is none", "trader backup create")
              : newest(backups.getFirst());
    };
  }

  private Diagnosis newest(BackupManifest newest) {
    Duration age = Duration.between(newest.createdAt(), clock.now());
    String seen = "the newest is %s, %d hours old".formatted(newest.id(), age.toHours());
    return age.compareTo(BACKUP_OLD) > 0
        ? Diagnosis.warn("backup", seen, "trader backup create, best every night")
        : Diagnosis.ok("backup", seen);
  }
}
