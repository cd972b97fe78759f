package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.Isin;

/** A security without a score, and why. */
public record Unscored(Isin isin, String reason) {}
