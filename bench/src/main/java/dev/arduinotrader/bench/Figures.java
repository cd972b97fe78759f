package dev.arduinotrader.bench;

import java.util.Arrays;
import java.util.Locale;

/** Many measurements of one thing, in its unit. */
record Figures(String name, String unit, double[] values) {
  Figures {
    values = values.clone();
    Arrays.sort(values);
  }

  double median() {
    return at(0.5);
  }

  /** The value below which this share of the measurements lies. */
  double at(double share) {
    return values[(int) Math.min(values.length - 1, Math.floor(share * values.length))];
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-52s min %9.3f  median %9.3f  p99 %9.3f  max %9.3f %s  (n=%d)",
        name,
        values[0],
        median(),
        at(0.99),
        values[values.length - 1],
        unit,
        values.length);
  }
}
