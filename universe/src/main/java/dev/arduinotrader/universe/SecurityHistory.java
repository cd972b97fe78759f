package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;

/**
 * The daily closes of one security.
 *
 * @param unit the quote unit's code, or the currency asked for
 * @param version changes whenever an earlier value changed; a cache fetches all again then
 */
public record SecurityHistory(Isin isin, String unit, long version, PriceSeries closes) {}
