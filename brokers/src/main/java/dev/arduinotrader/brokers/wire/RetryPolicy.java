package dev.arduinotrader.brokers.wire;

import java.time.Duration;

/**
 * How often and after which pauses a request that changes nothing is sent again.
 *
 * @param attemptsMax 1 sends once only
 * @param firstPause doubles with every attempt; between half of it and all of it is waited
 * @param pauseMax no pause is longer; an answer that asks for a longer one ends the attempts
 */
public record RetryPolicy(int attemptsMax, Duration firstPause, Duration pauseMax) {
  /** Sends once: for everything that must not happen twice. */
  public static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  /** Three attempts, one second doubling, at most a minute. */
  public static final RetryPolicy READS =
      new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(1));

  public RetryPolicy {
    if (attemptsMax < 1) {
      throw new IllegalArgumentException("expected at least one attempt, found " + attemptsMax);
    }
  }

  /**
   * How long to wait after an attempt.
   *
   * @param attempt 1 for the first
   * @param jitter 0 to 1, drawn anew each time, so that many clients do not return at once
   */
  public Duration pauseAfter(int attempt, double jitter) {
    long doubled = firstPause.toMillis() << Math.min(attempt - 1, 20);
    long bounded = Math.min(doubled, pauseMax.toMillis());
    return Duration.ofMillis(Math.round(bounded * (0.5 + jitter / 2)));
  }
}
