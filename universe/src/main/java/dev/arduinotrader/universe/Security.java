package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a security. What an owner wants of it is policy and lives with the account.
 *
 * @param isin the key; a private code (prefix ZZ) until the real one is known
 * @param symbol how the data source calls it, such as AAPL or BP.L
 * @param productType EQUITY, ETF, ETC or MUTUALFUND
 * @param country null when not known
 * @param industry null when not known
 * @param exchange ISO 10383 market identifier code, such as XNAS
 * @param quoteUnit what its prices are counted in; gives its currency
 * @param tick the step of prices, null when not known
 * @param tradable whether orders are possible at all
 * @param simulated whether the security and its prices are generated
 */
public record Security(
    Isin isin,
    String symbol,
    String name,
    ProductType productType,
    @Nullable String country,
    @Nullable String industry,
    String exchange,
    QuoteUnit quoteUnit,
    Lot lot,
    @Nullable Price tick,
    boolean tradable,
    boolean simulated) {}
