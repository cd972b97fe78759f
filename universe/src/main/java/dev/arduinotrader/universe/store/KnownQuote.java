package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.BestOrders;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of a moment inside a session, as a source told it.
 *
 * @param price above zero, in the security's quote unit
 */
public record KnownQuote(
    Isin isin, BigDecimal price, Instant at, String source, BestOrders orders) {}
