package dev.arduinotrader.platform.resilience.model;

import java.time.Duration;

/**
 * When calls to a target stop and when they begin again.
 *
 * @param failuresToOpen failures in a row that open the breaker, 1 or more
 * @param openFor how long calls are refused before one is tried
 * @param successesToClose trials in a row that must succeed, 1 or more
 */
public record BreakerRules(int failuresToOpen, Duration openFor, int successesToClose) {
  private static final Duration RENEWED_PAUSE = Duration.ofSeconds(1);

  /** Five failures open it for a minute; two successes close it. */
  public static final BreakerRules DEFAULT = new BreakerRules(5, Duration.ofSeconds(60), 2);

  public BreakerRules {
    if (failuresToOpen < 1 || successesToClose < 1 || !openFor.isPositive()) {
      throw new IllegalArgumentException(
          "expected counts of 1 or more and a positive time, found %d, %s, %d"
              .formatted(failuresToOpen, openFor, successesToClose));
    }
  }

  /**
   * How long calls are refused when there is a new connection: not at all the first time, then for
   * a second, two, four and so on, up to the whole time. Silence is the link's fault or the
   * target's; a new connection heals the first and not the second.
   *
   * @param openings how often the breaker has opened since it was last closed, 1 or more
   */
  public Duration openForWhenRenewed(int openings) {
    Duration pause = Duration.ZERO;
    for (int opening = 2; opening <= openings && pause.compareTo(openFor) < 0; opening++) {
      pause = pause.isZero() ? RENEWED_PAUSE : pause.multipliedBy(2);
    }
    return pause.compareTo(openFor) < 0 ? pause : openFor;
  }
}
