package dev.arduinotrader.platform.lock;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest instant that a data directory has seen, in {@code DIR/clock}. Books that have passed
 * an instant are not continued before it: a board whose clock was reset would otherwise act on the
 * past.
 *
 * <p>Every process of a directory raises the same file, so each change is made under a lock on
 * {@code DIR/clock.lock}, which is held for that moment only.
 */
public final class HighWater {
  private static final String FILE = "clock";

  /** Locks on files belong to a process: within it, threads must take turns by themselves. */
  private static final ReentrantLock ONE_WRITER = new ReentrantLock();

  private final Path directory;
  private final Path file;
  private final TraderClock clock;
  private final Duration backstepMax;
  private volatile Instant instant;

  private HighWater(Path directory, TraderClock clock, Duration backstepMax, Instant instant) {
    this.directory = directory;
    this.file = directory.resolve(FILE);
    this.clock = clock;
    this.backstepMax = backstepMax;
    this.instant = instant;
  }

  /**
   * Opens a directory's high water, which stays as it is until {@link #raise}.
   *
   * @param backstepMax how much earlier than the high water the clock may be; a synchronised clock
   *     is sometimes set back by moments
   * @return {@link LockReason#CLOCK_BEHIND} when the clock is earlier
   */
  public static Result<HighWater> open(
      Path dataDirectory, TraderClock clock, Duration backstepMax) {
    return stored(dataDirectory)
        .then(
            stored -> {
              HighWater water =
                  new HighWater(dataDirectory, clock, backstepMax, stored.orElse(Instant.EPOCH));
              return water.check().map(done -> water);
            });
  }

  /** The high water of a directory, empty in a new one. */
  public static Result<Optional<Instant>> stored(Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    try {
      return Result.success(Optional.of(Instant.parse(Files.readString(file).strip())));
    } catch (NoSuchFileException e) {
      return Result.success(Optional.empty());
    } catch (DateTimeParseException e) {
      return LockReason.DATA_UNUSABLE.failure(
          "expected an instant such as 2026-01-31T12:00:00Z in "
              + file
              + ", found '"
              + e.getParsedString()
              + "'\nMaybe restore the file from a backup.");
    } catch (IOException e) {
      return unusable(file, e);
    }
  }

  /** Whether the clock is where the data may be continued. */
  public Result<Done> check() {
    Instant now = clock.now();
    Instant earliest = instant.minus(backstepMax);
    if (!now.isBefore(earliest)) {
      return Result.success(Done.DONE);
    }
    return LockReason.CLOCK_BEHIND.failure(
        "expected a clock at or after "
            + earliest
            + ", which the data in "
            + directory
            + " has seen, found "
            + now
            + " ("
            + clock.base()
            + ")\nMaybe set the device's clock, choose a later --as-of, or use another --data.");
  }

  /**
   * Moves the high water up to the clock; to be called when the data was changed, and now and then.
   *
   * @return {@link LockReason#CLOCK_BEHIND} when the clock has been set back too far since
   */
  public Result<Done> raise() {
    return check()
        .then(
            done -> {
              Instant now = clock.now();
              return now.isAfter(instant) ? store(now) : Result.success(done);
            });
  }

  /** The latest instant that was noted; the epoch in a new directory. */
  public Instant instant() {
    return instant;
  }

  private Result<Done> store(Instant now) {
    ONE_WRITER.lock();
    try {
      Files.createDirectories(directory);
      try (FileChannel gate =
          FileChannel.open(
              directory.resolve(FILE + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        gate.lock(); // closing the channel gives it back
        return stored(directory).then(stored -> raise(stored.orElse(Instant.EPOCH), now));
      }
    } catch (IOException e) {
      return unusable(file, e);
    } finally {
      ONE_WRITER.unlock();
    }
  }

  /** Leaves a mark as it is that another process has set higher meanwhile. */
  private Result<Done> raise(Instant stored, Instant now) {
    if (stored.isBefore(now)) {
      try {
        write(now);
      } catch (IOException e) {
        return unusable(file, e);
      }
    }
    instant = stored.isBefore(now) ? now : stored;
    return Result.success(Done.DONE);
  }

  private void write(Instant now) throws IOException {
    Path next = file.resolveSibling(FILE + ".new");
    Files.writeString(
        next,
        now + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.DSYNC);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static <T> Result<T> unusable(Path file, IOException e) {
    return LockReason.DATA_UNUSABLE.failure(
        "cannot use " + file + ": " + e + "\nMaybe check the directory's owner and free space.");
  }
}
