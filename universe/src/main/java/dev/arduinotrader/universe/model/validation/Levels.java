package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;

/** Logarithms of prices, so that equal ratios are equal steps. */
final class Levels {
  private Levels() {}

  /** The logarithms of a price column; where it has no number, the level before goes on. */
  static double[] logarithms(Columns columns, RawField field) {
    double[] levels = new double[columns.size()];
    double[] values = columns.column(field);
    double[] closes = columns.column(RawField.CLOSE);
    for (int i = 0; i < levels.length; i++) {
      boolean known = values[i] > 0;
      levels[i] = known ? Math.log(values[i]) : i > 0 ? levels[i - 1] : Math.log(closes[i]);
    }
    return levels;
  }
}
