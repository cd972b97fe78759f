package dev.arduinotrader.bench;

import java.util.Arrays;
import java.util.Locale;

/** Many measurements of one thing, in its unit. */
final class Figures {
  private final String name;
  private final String unit;
  private final double[] sorted;

  Figures(String name, String unit, double[] values) {
    this.name = name;
    this.unit = unit;
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The value below which this share of the measurements lies. */
  private double at(double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-52s min %9.3f  median %9.3f  p99 %9.3f  max %9.3f %s  (n=%d)",
        name,
        sorted[0],
        at(0.5),
        at(0.99),
        sorted[sorted.length - 1],
        unit,
        sorted.length);
  }
}
