package dev.arduinotrader.platform.resilience.model;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether and when a failed call is repeated.
 *
 * @param retriesMax attempts after the first, 0 or more
 * @param backoff the wait before the first retry; every further one doubles it, up to {@link
 *     #BACKOFF_MAX}
 */
public record RetryRules(int retriesMax, Duration backoff) {
  /** No call is repeated. */
  public static final RetryRules NONE = new RetryRules(0, Duration.ofSeconds(1));

  /** The longest wait before its jitter. */
  public static final Duration BACKOFF_MAX = Duration.ofSeconds(30);

  private static final double JITTER = 0.2;

  public RetryRules {
    if (retriesMax < 0 || !backoff.isPositive()) {
      throw new IllegalArgumentException(
          "expected 0 or more retries and a positive backoff, found %d and %s"
              .formatted(retriesMax, backoff));
    }
  }

  /**
   * The wait before the next attempt: the doubled backoff, a fifth more or less.
   *
   * @param attempts how many have failed, 1 or more
   * @param remaining until the deadline of the whole call
   * @param chance 0 to 1, spreads the callers
   * @return empty when the retries are used up, or the wait would outlast the deadline
   */
  public Optional<Duration> pause(int attempts, Duration remaining, double chance) {
    if (attempts > retriesMax) {
      return Optional.empty();
    }
    double nanos =
        Math.min(
                (double) backoff.toNanos() * Math.pow(2, attempts - 1),
                (double) BACKOFF_MAX.toNanos())
            * (1 - JITTER + 2 * JITTER * chance);
    Duration pause = Duration.ofNanos((long) nanos);
    return pause.compareTo(remaining) < 0 ? Optional.of(pause) : Optional.empty();
  }
}
