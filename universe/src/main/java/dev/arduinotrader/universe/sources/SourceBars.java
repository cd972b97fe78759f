package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.raw.RawSeries;

/**
 * What a source gave for one security.
 *
 * @param basis what the source has worked into its open, high, low and close
 */
public record SourceBars(PriceBasis basis, RawSeries series) {}
