package dev.arduinotrader.app.cli;

/** A series of numbers as one line of bars, the latest at the end. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String PLAIN = "_.-~=+*#";

  private Sparkline() {}

  /**
   * The last value of each of so many equal stretches of time, from the lowest bar to the highest.
   *
   * @param values oldest first
   * @param plain true for characters that every terminal has
   */
  static String of(double[] values, int width, boolean plain) {
    String levels = plain ? PLAIN : BLOCKS;
    int bars = Math.min(width, values.length);
    double[] shown = new double[bars];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < bars; i++) {
      shown[i] = values[(int) ((long) (i + 1) * values.length / bars) - 1];
      lowest = Math.min(lowest, shown[i]);
      highest = Math.max(highest, shown[i]);
    }
    StringBuilder line = new StringBuilder();
    for (double value : shown) {
      double height = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
      line.append(levels.charAt((int) Math.round(height * (levels.length() - 1))));
    }
    return line.toString();
  }
}
