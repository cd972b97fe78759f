package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.market.Isin;

/** A security that was not tried, with the rule and its numbers. */
public record RejectedCandidate(Isin isin, String symbol, String code, String reason) {}
