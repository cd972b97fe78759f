package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.BestOrders;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of a moment.
 *
 * @param price above zero, in the security's quote unit
 * @param at when it was asked for, or made if the source says so with a zone
 */
public record SourceQuote(Isin isin, BigDecimal price, Instant at, BestOrders orders) {}
