package dev.arduinotrader.brokers.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A rate budget: so many requests at once, then one each interval. Requests beyond it are told how
 * long to wait, in the order in which they ask.
 */
public final class TokenBucket {
  private final Duration interval;
  private final Duration burst;

  /** When the bucket was, or will be, empty; each token taken moves it on by an interval. */
  private Instant emptyAt = Instant.EPOCH;

  /**
   * @param tokensMax how many requests may go at once after a rest, 1 or more
   * @param interval how long a token takes to come back
   */
  public TokenBucket(int tokensMax, Duration interval) {
    if (tokensMax < 1 || interval.isNegative()) {
      throw new IllegalArgumentException(
          "expected at least one token and no negative interval, found %d and %s"
              .formatted(tokensMax, interval));
    }
    this.interval = interval;
    this.burst = interval.multipliedBy(tokensMax - 1L);
  }

  /**
   * Takes a token and says how long to wait before using it, zero when it is there already. Takes
   * none, and says nothing, when the wait would be longer than the caller bears.
   */
  public synchronized Optional<Duration> take(Instant now, Duration waitMax) {
    Instant full = now.minus(burst);
    Instant due = emptyAt.isBefore(full) ? full : emptyAt;
    Duration wait = due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    if (wait.compareTo(waitMax) > 0) {
      return Optional.empty();
    }
    emptyAt = due.plus(interval);
    return Optional.of(wait);
  }

  /** How long until a token is there for whoever has so many others before him. */
  synchronized Duration waitAfter(Instant now, int others) {
    Instant full = now.minus(burst);
    Instant first = emptyAt.isBefore(full) ? full : emptyAt;
    Instant due = first.plus(interval.multipliedBy(others));
    return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
  }

  /** Lets nobody go before this instant: the other side asked for it. */
  public synchronized void holdUntil(Instant instant) {
    if (emptyAt.isBefore(instant)) {
      emptyAt = instant;
    }
  }
}
