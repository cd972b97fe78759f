package dev.arduinotrader.app.cli;

import java.util.List;

/** A row of numbers as a line of eight heights. */
final class Sparkline {
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * At most so many characters, each the last number of its share; all the same height when the
   * numbers are; empty without numbers.
   */
  static String of(List<Double> numbers, int widthMax) {
    int width = Math.min(widthMax, numbers.size());
    double low = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= width; i++) {
      double number = numbers.get((int) ((long) i * numbers.size() / width) - 1);
      double share = high == low ? 0.5 : (number - low) / (high - low);
      line.append(HEIGHTS.charAt((int) Math.round(share * (HEIGHTS.length() - 1))));
    }
    return line.toString();
  }
}
