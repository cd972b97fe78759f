package dev.arduinotrader.universe.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Units of a currency per 1 EUR, with the instant at which that became known.
 *
 * @param rate above zero
 * @param source who published it
 */
public record DatedRate(BigDecimal rate, Instant knownAt, String source) {}
