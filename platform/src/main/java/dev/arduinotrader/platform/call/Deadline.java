package dev.arduinotrader.platform.call;

import java.time.Duration;

/**
 * The point on this process's monotonic clock at which an answer is too late. It travels to other
 * processes as a duration.
 *
 * @param monotonicNanos a value of {@link System#nanoTime()}
 */
public record Deadline(long monotonicNanos) {
  public static Deadline after(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  /** What is left; zero or negative once it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(monotonicNanos - System.nanoTime());
  }

  public boolean isExpired() {
    return monotonicNanos - System.nanoTime() <= 0;
  }

  /** The earlier of the two. */
  public Deadline earlierOf(Deadline other) {
    return monotonicNanos - other.monotonicNanos <= 0 ? this : other;
  }
}
