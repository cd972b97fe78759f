package dev.arduinotrader.scoring.model;

import java.util.OptionalDouble;

/**
 * Risk and reward of simple daily returns, with 252 trading days a year. The risk-free rate and the
 * minimum acceptable return are 0.
 */
public final class ReturnStatistics {
  private static final double TRADING_DAYS_PER_YEAR = 252;
  private static final int VOLATILITY_CLOSES_MIN = 30;
  private static final int SHARPE_CLOSES_MIN = 50;
  private static final int SORTINO_CLOSES_MIN = 2;

  /** A daily deviation below this is rounding, not risk: a ratio over it would mean nothing. */
  private static final double DEVIATION_MIN = 1e-12;

  private final int count;
  private final double mean;
  private final double squaredDistances;
  private final double squaredLosses;

  private ReturnStatistics(int count, double mean, double squaredDistances, double squaredLosses) {
    this.count = count;
    this.mean = mean;
    this.squaredDistances = squaredDistances;
    this.squaredLosses = squaredLosses;
  }

  /** The statistics of the returns between these closes, oldest first. */
  public static ReturnStatistics of(double[] closes) {
    int count = Math.max(0, closes.length - 1);
    double[] returns = new double[count];
    double sum = 0;
    double losses = 0;
    for (int i = 0; i < count; i++) {
      double change = closes[i + 1] / closes[i] - 1;
      double loss = Math.min(change, 0);
      returns[i] = change;
      sum += change;
      losses += loss * loss;
    }
    double mean = count == 0 ? 0 : sum / count;
    double squares = 0;
    for (double change : returns) {
      double distance = change - mean;
      squares += distance * distance;
    }
    return new ReturnStatistics(count, mean, squares, losses);
  }

  /** Standard deviation (n - 1) x sqrt(252), a fraction; empty below 30 closes. */
  public OptionalDouble volatility() {
    return closes() < VOLATILITY_CLOSES_MIN
        ? OptionalDouble.empty()
        : OptionalDouble.of(deviation() * Math.sqrt(TRADING_DAYS_PER_YEAR));
  }

  /** Mean over standard deviation (n - 1), x sqrt(252); empty below 50 closes or without risk. */
  public OptionalDouble sharpe() {
    return closes() < SHARPE_CLOSES_MIN ? OptionalDouble.empty() : ratio(mean, deviation());
  }

  /**
   * Mean over the root of the mean squared loss, x sqrt(252). The mean is over all days, as Sortino
   * defined it, not over losing days only. Empty below 2 closes or without a losing day.
   */
  public OptionalDouble sortino() {
    return closes() < SORTINO_CLOSES_MIN
        ? OptionalDouble.empty()
        : ratio(mean, Math.sqrt(squaredLosses / count));
  }

  private int closes() {
    return count + 1;
  }

  private double deviation() {
    return Math.sqrt(squaredDistances / (count - 1));
  }

  private static OptionalDouble ratio(double reward, double risk) {
    return risk > DEVIATION_MIN
        ? OptionalDouble.of(reward / risk * Math.sqrt(TRADING_DAYS_PER_YEAR))
        : OptionalDouble.empty();
  }
}
