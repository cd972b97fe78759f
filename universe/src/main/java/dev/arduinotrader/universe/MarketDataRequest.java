package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bars of a security to give.
 *
 * @param source the name of a source; null for the one that the owner's order believes first
 * @param basis what is to be worked in, as in {@link HistoryRequest#basis}; null for as stored
 * @param from the first date wanted
 * @param to the last date wanted, not before {@code from}
 * @param limit bars on the page, 1 to 5,000
 */
public record MarketDataRequest(
    Isin isin,
    @Nullable String source,
    @Nullable PriceBasis basis,
    LocalDate from,
    LocalDate to,
    int limit) {
  public static final int LIMIT_MAX = 5_000;
}
