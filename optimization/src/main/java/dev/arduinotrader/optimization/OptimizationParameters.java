package dev.arduinotrader.optimization;

/**
 * What an owner may choose about optimisation; part of the investment policy.
 *
 * @param blend 0 = minimum variance only, 1 = hierarchical risk parity only
 * @param historyBars how many of the latest daily closes are used, 60 to 5,000
 * @param estimator how the covariance is estimated
 */
public record OptimizationParameters(double blend, int historyBars, CovarianceEstimator estimator) {

  /** Half and half, two years of days, Ledoit-Wolf. */
  public static final OptimizationParameters DEFAULT =
      new OptimizationParameters(0.5, 504, CovarianceEstimator.LEDOIT_WOLF);

  public OptimizationParameters {
    if (!(blend >= 0 && blend <= 1)) {
      throw new IllegalArgumentException("expected a blend from 0 to 1, found " + blend);
    }
    if (historyBars < 60 || historyBars > 5_000) {
      throw new IllegalArgumentException(
          "expected 60 to 5,000 bars of history, found " + historyBars);
    }
  }
}
