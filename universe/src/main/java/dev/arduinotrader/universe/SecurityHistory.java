package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;

/**
 * The daily closes of one security.
 *
 * @param unit the quote unit's code, or the currency asked for
 * @param version another one whenever an earlier value changed: all is sent again then
 * @param closes all closes asked for; or, when {@code continues}, those after the last one held,
 *     perhaps none
 * @param continues true when the closes continue what the caller said it holds; false when they
 *     replace it
 */
public record SecurityHistory(
    Isin isin, String unit, long version, PriceSeries closes, boolean continues) {
  /** A history sent whole. */
  public SecurityHistory(Isin isin, String unit, long version, PriceSeries closes) {
    this(isin, unit, version, closes, false);
  }
}
