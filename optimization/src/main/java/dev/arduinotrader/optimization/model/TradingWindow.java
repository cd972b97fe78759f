package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.PriceSeries;
import java.util.Collection;

/**
 * The latest days on which a market of many securities was open: at least half of those listed
 * then, from their first close on, have one. So neither a holiday of one exchange nor the Sundays
 * of another, nor many young listings, bend the window.
 */
final class TradingWindow {
  private TradingWindow() {}

  /** At most {@code daysMax} days since 1970-01-01, oldest first; the latest there are. */
  static int[] of(Collection<PriceSeries> histories, int daysMax) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (PriceSeries history : histories) {
      first = Math.min(first, history.epochDay(0));
      last = Math.max(last, history.epochDay(history.size() - 1));
    }
    if (first > last) {
      return new int[0];
    }
    int[] closes = new int[last - first + 1];
    int[] listed = listed(histories, first, closes);
    int[] days = new int[closes.length];
    int found = 0;
    for (int i = closes.length - 1; i >= 0 && found < daysMax; i--) {
      if (closes[i] > 0 && 2 * closes[i] >= listed[i]) {
        days[found++] = first + i;
      }
    }
    int[] window = new int[found];
    for (int i = 0; i < found; i++) {
      window[i] = days[found - 1 - i];
    }
    return window;
  }

  /** How many securities are listed on each day; counts their closes on the way. */
  private static int[] listed(Collection<PriceSeries> histories, int first, int[] closes) {
    int[] listings = new int[closes.length];
    for (PriceSeries history : histories) {
      for (int i = 0; i < history.size(); i++) {
        closes[history.epochDay(i) - first]++;
      }
      listings[history.epochDay(0) - first]++;
    }
    int[] listed = new int[closes.length];
    int current = 0;
    for (int i = 0; i < listed.length; i++) {
      current += listings[i];
      listed[i] = current;
    }
    return listed;
  }
}
