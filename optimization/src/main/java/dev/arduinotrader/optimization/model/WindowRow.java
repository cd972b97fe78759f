package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import java.util.Arrays;

/** The closes of one security on the days of a window, some of which may be missing. */
final class WindowRow {
  private final Isin isin;

  /** NaN where there is none. */
  private final double[] closes;

  private final int count;

  private WindowRow(Isin isin, double[] closes, int count) {
    this.isin = isin;
    this.closes = closes;
    this.count = count;
  }

  /** The closes of a history on these days since 1970-01-01, oldest first. */
  static WindowRow of(Isin isin, PriceSeries history, int[] days) {
    double[] closes = new double[days.length];
    Arrays.fill(closes, Double.NaN);
    int count = 0;
    int index = 0;
    for (int day = 0; day < days.length; day++) {
      while (index < history.size() && history.epochDay(index) < days[day]) {
        index++;
      }
      if (index < history.size() && history.epochDay(index) == days[day]) {
        closes[day] = history.close(index);
        count++;
      }
    }
    return new WindowRow(isin, closes, count);
  }

  Isin isin() {
    return isin;
  }

  /** On how many days of the window there is a close. */
  int count() {
    return count;
  }

  boolean hasClose(int day) {
    return !Double.isNaN(closes[day]);
  }

  /** Whether the price differs between any two of these days, on all of which there is a close. */
  boolean movesOn(boolean[] days) {
    double[] chosen = closesOn(days);
    for (double close : chosen) {
      if (close != chosen[0]) {
        return true;
      }
    }
    return false;
  }

  /** The simple returns from each of these days to the next. */
  double[] returnsOver(boolean[] days) {
    double[] chosen = closesOn(days);
    double[] returns = new double[chosen.length - 1];
    for (int t = 0; t < returns.length; t++) {
      returns[t] = chosen[t + 1] / chosen[t] - 1;
    }
    return returns;
  }

  private double[] closesOn(boolean[] days) {
    double[] chosen = new double[closes.length];
    int found = 0;
    for (int day = 0; day < days.length; day++) {
      if (days[day]) {
        chosen[found++] = closes[day];
      }
    }
    return Arrays.copyOf(chosen, found);
  }
}
