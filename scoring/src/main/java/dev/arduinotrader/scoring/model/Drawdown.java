package dev.arduinotrader.scoring.model;

import java.util.OptionalDouble;

/** Falls from a peak. */
public final class Drawdown {
  private static final int CLOSES_MIN = 30;

  private Drawdown() {}

  /**
   * The deepest fall from any earlier peak, the first close included, as a fraction from -1 to 0.
   * Empty below 30 closes.
   *
   * @param closes oldest first
   */
  public static OptionalDouble deepest(double[] closes) {
    if (closes.length < CLOSES_MIN) {
      return OptionalDouble.empty();
    }
    double peak = closes[0];
    double lowestShare = 1;
    for (double close : closes) {
      if (close > peak) {
        peak = close;
      } else {
        lowestShare = Math.min(lowestShare, close / peak);
      }
    }
    return OptionalDouble.of(lowestShare - 1);
  }
}
