package dev.arduinotrader.platform.resilience;

import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.RetryRules;

/**
 * How the calls to one target are guarded.
 *
 * @param retry whether a call that may be repeated is
 * @param breaker when calls are refused because the target fails
 * @param concurrentCallsMax calls that wait for the target at the same time, 1 or more
 */
public record CallRules(RetryRules retry, BreakerRules breaker, int concurrentCallsMax) {
  /** How many callers may wait for one target unless its configuration says otherwise. */
  public static final int CONCURRENT_CALLS_MAX_DEFAULT = 100;

  /** No retries, the breaker's usual numbers, up to 100 calls at the same time. */
  public static final CallRules DEFAULT =
      new CallRules(RetryRules.NONE, BreakerRules.DEFAULT, CONCURRENT_CALLS_MAX_DEFAULT);

  /** Everything goes through, once. */
  public static final CallRules UNGUARDED =
      new CallRules(
          RetryRules.NONE,
          new BreakerRules(
              Integer.MAX_VALUE,
              BreakerRules.DEFAULT.openFor(),
              BreakerRules.DEFAULT.successesToClose()),
          Integer.MAX_VALUE);

  public CallRules {
    if (concurrentCallsMax < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 call at the same time, found " + concurrentCallsMax);
    }
  }
}
