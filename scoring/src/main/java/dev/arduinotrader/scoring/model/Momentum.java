package dev.arduinotrader.scoring.model;

import java.util.OptionalDouble;

/** How far the price moved lately. */
public final class Momentum {
  private static final int SHORT_BARS = 30;
  private static final int LONG_BARS = 90;
  private static final double SHORT_SHARE = 0.6;

  private Momentum() {}

  /**
   * The change over the last {@code bars} closes as a fraction: last close over the first of them,
   * less 1, so over {@code bars - 1} days. Empty with fewer closes.
   */
  public static OptionalDouble change(double[] closes, int bars) {
    return closes.length < bars
        ? OptionalDouble.empty()
        : OptionalDouble.of(closes[closes.length - 1] / closes[closes.length - bars] - 1);
  }

  /** 0.6 of the change over 30 closes and 0.4 of that over 90; the former alone with fewer. */
  public static OptionalDouble blended(double[] closes) {
    OptionalDouble shorter = change(closes, SHORT_BARS);
    OptionalDouble longer = change(closes, LONG_BARS);
    return shorter.isEmpty() || longer.isEmpty()
        ? shorter
        : OptionalDouble.of(
            SHORT_SHARE * shorter.getAsDouble() + (1 - SHORT_SHARE) * longer.getAsDouble());
  }
}
