package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.market.Isin;

/** A security that got no weight because it could not be measured, and why. */
public record Excluded(Isin isin, String reason) {}
