package dev.arduinotrader.brokers.wire;

import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

/** Gives the tokens of a rate budget to those who wait, the most urgent first. */
final class Turns {
  private static final Duration LOOK_AGAIN_MIN = Duration.ofMillis(5);

  private final TokenBucket budget;
  private final TraderClock clock;
  private final Pauses pauses;
  private final TreeSet<Waiter> waiting =
      new TreeSet<>(Comparator.comparing(Waiter::urgency).thenComparing(Waiter::arrival));
  private long arrivals;

  private record Waiter(Urgency urgency, long arrival, Instant latest) {}

  Turns(TokenBucket budget, TraderClock clock, Pauses pauses) {
    this.budget = budget;
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * Waits for a turn.
   *
   * @return false, without a turn, when it would not come in time or the thread was interrupted
   */
  boolean await(Urgency urgency) {
    Waiter waiter = join(urgency);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Duration wait = step(waiter);
        if (wait.isZero()) {
          return true;
        }
        if (clock.now().plus(wait).isAfter(waiter.latest())) {
          return false;
        }
        pauses.pause(wait);
      }
      return false;
    } finally {
      leave(waiter);
    }
  }

  private synchronized Waiter join(Urgency urgency) {
    arrivals++;
    Waiter waiter = new Waiter(urgency, arrivals, clock.now().plus(urgency.waitMax()));
    waiting.add(waiter);
    return waiter;
  }

  private synchronized void leave(Waiter waiter) {
    waiting.remove(waiter);
  }

  /** Zero when the turn was taken; otherwise how long to wait before asking once more. */
  private synchronized Duration step(Waiter waiter) {
    int before = waiting.headSet(waiter).size();
    Instant now = clock.now();
    if (before == 0 && budget.take(now, Duration.ZERO).isPresent()) {
      waiting.remove(waiter);
      return Duration.ZERO;
    }
    Duration wait = budget.waitAfter(now, before);
    return wait.compareTo(LOOK_AGAIN_MIN) > 0 ? wait : LOOK_AGAIN_MIN;
  }
}
