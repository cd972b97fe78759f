package dev.arduinotrader.platform.health;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.sql.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checks that several services share. */
public final class SelfChecks {
  private static final long BYTES_PER_MEGABYTE = 1024 * 1024;

  private SelfChecks() {}

  /** Whether the store can be read. */
  public static SelfCheck database(Database database) {
    return new SelfCheck(
        "database",
        () -> {
          String seen = database.check();
          return new ServiceHealth.Check(
              "database", seen.equals("ok"), database.name() + ": " + seen);
        });
  }

  /** Whether there is room to write. */
  public static SelfCheck diskSpace(Path dataDirectory, long bytesMin) {
    return new SelfCheck(
        "disk",
        () -> {
          long free = usableBytes(dataDirectory);
          return new ServiceHealth.Check(
              "disk",
              free >= bytesMin,
              free / BYTES_PER_MEGABYTE
                  + " MB free in "
                  + dataDirectory
                  + ", at least "
                  + bytesMin / BYTES_PER_MEGABYTE
                  + " MB needed");
        });
  }

  private static long usableBytes(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace();
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
