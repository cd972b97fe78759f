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
  /** Five failures open it for a minute; two successes close it. */
  public static final BreakerRules DEFAULT = new BreakerRules(5, Duration.ofSeconds(60), 2);

  public BreakerRules {
    if (failuresToOpen < 1 || successesToClose < 1 || !openFor.isPositive()) {
      throw new IllegalArgumentException(
          "expected counts of 1 or more and a positive time, found %d, %s, %d"
              .formatted(failuresToOpen, openFor, successesToClose));
    }
  }
}
