package dev.arduinotrader.platform.health;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.sql.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checks that several services share. */
public final class SelfChecks {
  private static final long BYTES_PER_MEGABYTE = 1024 * 1024;
  private static final long PERCENT = 100;

  private SelfChecks() {}

  /** Whether the store can be read and written. */
  public static SelfCheck database(Database database) {
    return new SelfCheck(
        "database",
        () -> {
          String seen = database.check();
          return new ServiceHealth.Check(
              "database", seen.equals("ok"), database.name() + ": " + seen);
        });
  }

  /**
   * Whether there is room to write.
   *
   * @param bytesMin with less the service is not healthy
   * @param bytesWarned with less it says so, and goes on
   */
  public static SelfCheck diskSpace(Path dataDirectory, long bytesMin, long bytesWarned) {
    return new SelfCheck(
        "disk",
        () -> {
          FileStore store = storeOf(dataDirectory);
          return disk(dataDirectory, usable(store), total(store), bytesMin, bytesWarned);
        });
  }

  static ServiceHealth.Check disk(
      Path directory, long free, long total, long bytesMin, long bytesWarned) {
    String seen =
        "%d MB free in %s, %d %% of the disk"
            .formatted(
                free / BYTES_PER_MEGABYTE, directory, total == 0 ? 0 : PERCENT * free / total);
    if (free >= bytesWarned) {
      return new ServiceHealth.Check("disk", true, seen);
    }
    boolean enough = free >= bytesMin;
    long wanted = enough ? bytesWarned : bytesMin;
    return new ServiceHealth.Check(
        "disk",
        enough,
        "%s, expected at least %d MB".formatted(seen, wanted / BYTES_PER_MEGABYTE),
        enough);
  }

  private static FileStore storeOf(Path directory) {
    try {
      return Files.getFileStore(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long usable(FileStore store) {
    try {
      return store.getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long total(FileStore store) {
    try {
      return store.getTotalSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the clock shows an instant that the data has not passed yet. */
  public static SelfCheck clock(HighWater highWater) {
    return new SelfCheck(
        "clock",
        () ->
            switch (highWater.check()) {
              case Result.Success<Done> success ->
                  new ServiceHealth.Check("clock", true, "not before " + highWater.instant());
              case Result.Failure<Done>(Problem problem) ->
                  new ServiceHealth.Check("clock", false, problem.message());
            });
  }
}
