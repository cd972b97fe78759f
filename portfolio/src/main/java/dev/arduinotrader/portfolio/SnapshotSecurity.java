package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A security as a snapshot sees it.
 *
 * @param price the latest known, null when there is none
 * @param pricedAt when it was made, null without a price
 */
public record SnapshotSecurity(
    Isin isin,
    String symbol,
    String name,
    @Nullable String country,
    @Nullable String industry,
    String exchange,
    QuoteUnit quoteUnit,
    Lot lot,
    boolean tradable,
    @Nullable Price price,
    @Nullable Instant pricedAt) {}
