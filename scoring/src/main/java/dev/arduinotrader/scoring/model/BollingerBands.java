package dev.arduinotrader.scoring.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The bands of John Bollinger around the mean of the last closes.
 *
 * @param lower middle less the width
 * @param middle the mean
 * @param upper middle plus the width
 */
public record BollingerBands(double lower, double middle, double upper) {
  /** A width below this share of the middle is rounding, not movement. */
  private static final double COLLAPSED = 1e-12;

  /**
   * The bands at the last close: mean of the last {@code length} closes plus and minus {@code
   * deviations} times their population standard deviation. Empty with fewer closes than that.
   */
  public static Optional<BollingerBands> of(double[] closes, int length, double deviations) {
    if (closes.length < length) {
      return Optional.empty();
    }
    int from = closes.length - length;
    double sum = 0;
    for (int i = from; i < closes.length; i++) {
      sum += closes[i];
    }
    double middle = sum / length;
    double squares = 0;
    for (int i = from; i < closes.length; i++) {
      double distance = closes[i] - middle;
      squares += distance * distance;
    }
    double width = deviations * Math.sqrt(squares / length);
    return Optional.of(new BollingerBands(middle - width, middle, middle + width));
  }

  /** Where a price lies: 0 at or below the lower band, 1 at or above the upper; empty if flat. */
  public OptionalDouble position(double price) {
    double range = upper - lower;
    return range > COLLAPSED * middle
        ? OptionalDouble.of(Math.clamp((price - lower) / range, 0.0, 1.0))
        : OptionalDouble.empty();
  }
}
