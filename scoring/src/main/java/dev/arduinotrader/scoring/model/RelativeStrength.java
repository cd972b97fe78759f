package dev.arduinotrader.scoring.model;

import java.util.OptionalDouble;

/** The relative strength index of Welles Wilder (1978). */
public final class RelativeStrength {
  private RelativeStrength() {}

  /**
   * 100 x average gain / (average gain + average loss) at the last close, 0 to 100. The averages
   * are seeded with the mean of the first {@code length} changes and smoothed with alpha = 1 /
   * length. Empty with fewer than {@code length} changes, and when nothing ever moved.
   *
   * @param closes oldest first
   */
  public static OptionalDouble index(double[] closes, int length) {
    if (closes.length <= length) {
      return OptionalDouble.empty();
    }
    double gain = 0;
    double loss = 0;
    for (int i = 1; i <= length; i++) {
      double change = closes[i] - closes[i - 1];
      gain += Math.max(change, 0);
      loss += Math.max(-change, 0);
    }
    gain /= length;
    loss /= length;
    for (int i = length + 1; i < closes.length; i++) {
      double change = closes[i] - closes[i - 1];
      gain += (Math.max(change, 0) - gain) / length;
      loss += (Math.max(-change, 0) - loss) / length;
    }
    double total = gain + loss;
    return total > 0 ? OptionalDouble.of(100 * gain / total) : OptionalDouble.empty();
  }
}
