package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.market.PriceBasis;

/**
 * The bars of one security with what has been worked into them and where they are from.
 *
 * @param version grows whenever an earlier value changed; 1 for a new series
 */
public record BarSeries(PriceBasis basis, String source, long version, Bars bars) {
  public BarSeries {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("expected a series with at least one bar");
    }
  }
}
