package dev.arduinotrader.platform.lock;

import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to work on one service's data: a lock on {@code DIR/<service>.lock} that
 * the operating system takes back when the process ends, however it ends.
 *
 * <p>Such locks belong to the process and are lost as soon as it closes the file once, through
 * whatever handle. So every lock of this process is noted in {@link #HELD}, and a lock file that
 * this process holds is never opened again.
 */
public final class ServiceLock implements AutoCloseable {
  private static final Map<Path, LockInfo> HELD = new ConcurrentHashMap<>();
  private static final int TRIES_MAX = 10;
  private static final Duration TRY_INTERVAL = Duration.ofMillis(20);

  private final Path file;
  private final FileChannel channel;

  private ServiceLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock and writes who has it.
   *
   * @return {@link LockReason#DATA_IN_USE} naming the holder when there is one, {@link
   *     LockReason#DATA_MOVED} when the service's state lives elsewhere now
   */
  public static Result<ServiceLock> acquire(Path dataDirectory, String service, LockInfo info) {
    return acquireToMove(dataDirectory, service, info)
        .then(lock -> unlessMoved(dataDirectory, service, lock));
  }

  /** Looks when it has the lock: who moves the state sets the mark before giving the lock back. */
  private static Result<ServiceLock> unlessMoved(
      Path dataDirectory, String service, ServiceLock lock) {
    Optional<String> reason = MovedAway.reason(dataDirectory, service);
    if (reason.isEmpty()) {
      return Result.success(lock);
    }
    lock.close();
    return moved(dataDirectory, service, reason.get());
  }

  /** The same for who moves the state itself, away from here or back. */
  public static Result<ServiceLock> acquireToMove(
      Path dataDirectory, String service, LockInfo info) {
    Path file = dataDirectory.resolve(service + ".lock");
    try {
      Files.createDirectories(dataDirectory);
      file = file(dataDirectory, service);
      LockInfo own = HELD.putIfAbsent(file, info);
      return own == null ? take(file, service, info) : inUse(service, file, own);
    } catch (IOException e) {
      return LockReason.DATA_UNUSABLE.failure(
          "cannot lock " + file + ": " + e + "\nMaybe check the directory's owner and free space.");
    }
  }

  private static Result<ServiceLock> take(Path file, String service, LockInfo info)
      throws IOException {
    FileChannel channel = null;
    ServiceLock lock = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        return inUse(service, file, read(channel));
      }
      write(channel, Json.write(info));
      lock = new ServiceLock(file, channel);
      return Result.success(lock);
    } finally {
      if (lock == null) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(file);
      }
    }
  }

  /** Tries for a while: whoever looks for a holder has the lock for a moment. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      if (channel.tryLock() != null) {
        return true;
      }
      LockSupport.parkNanos(TRY_INTERVAL.toNanos());
    }
    return false;
  }

  /**
   * The process, this one or another, that holds the lock now; empty when nobody does, whatever an
   * ended process has left in the file.
   *
   * @throws ProblemException when the lock is held and its holder cannot be read
   */
  public static Optional<LockInfo> holder(Path dataDirectory, String service) {
    try {
      Path file = file(dataDirectory, service);
      LockInfo own = HELD.get(file);
      return own == null ? otherHolder(file) : Optional.of(own);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the lock of " + service, e);
    }
  }

  private static Optional<LockInfo> otherHolder(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (int tries = 0; tries < TRIES_MAX; tries++) {
        if (channel.tryLock() != null) {
          return Optional.empty();
        }
        LockInfo info = read(channel);
        if (info != null) {
          return Optional.of(info);
        }
        LockSupport.parkNanos(TRY_INTERVAL.toNanos());
      }
      throw new ProblemException(
          LockReason.DATA_IN_USE.problem(
              "a process holds "
                  + file
                  + " and has not said which\nMaybe find it with: fuser "
                  + file));
    }
  }

  private static Path file(Path dataDirectory, String service) throws IOException {
    return dataDirectory.toRealPath().resolve(service + ".lock");
  }

  private static <T> Result<T> moved(Path dataDirectory, String service, String reason) {
    return LockReason.DATA_MOVED.failure(
        "expected the state of "
            + service
            + " in "
            + dataDirectory
            + ", but it was moved "
            + reason
            + "\nMaybe work with it there, or move it back: trader migrate "
            + service);
  }

  private static <T> Result<T> inUse(String service, Path file, @Nullable LockInfo holder) {
    String who =
        holder == null
            ? "another process"
            : "process " + holder.pid() + ", running since " + holder.startedAt() + ",";
    String next =
        holder == null
            ? "find it with: fuser " + file
            : "talk to it instead of starting a second one, or stop it with: kill " + holder.pid();
    return LockReason.DATA_IN_USE.failure(
        who + " works on the data of " + service + " in " + file.getParent() + "\nMaybe " + next);
  }

  /** What the holder wrote; null while it has not. */
  private static @Nullable LockInfo read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.min(channel.size(), 64_000)));
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // Reads on until the end.
    }
    try {
      return Json.read(
          new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8), LockInfo.class);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Gives the lock back. The file stays: deleting it could let two processes lock two files. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
