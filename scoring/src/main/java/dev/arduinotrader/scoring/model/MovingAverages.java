package dev.arduinotrader.scoring.model;

import java.util.OptionalDouble;

/** Averages of closes, oldest first. */
public final class MovingAverages {
  private MovingAverages() {}

  /**
   * The exponential average at the last close: alpha = 2 / (length + 1), seeded with the mean of
   * the first {@code length} closes. Empty with fewer closes than that.
   */
  public static OptionalDouble exponential(double[] closes, int length) {
    if (closes.length < length) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += closes[i];
    }
    double average = sum / length;
    double alpha = 2.0 / (length + 1);
    for (int i = length; i < closes.length; i++) {
      average += alpha * (closes[i] - average);
    }
    return OptionalDouble.of(average);
  }

  /** How far the last close is above the exponential average, as a fraction of the average. */
  public static OptionalDouble exponentialDistance(double[] closes, int length) {
    OptionalDouble average = exponential(closes, length);
    if (average.isEmpty()) {
      return OptionalDouble.empty();
    }
    double last = closes[closes.length - 1];
    return OptionalDouble.of((last - average.getAsDouble()) / average.getAsDouble());
  }
}
