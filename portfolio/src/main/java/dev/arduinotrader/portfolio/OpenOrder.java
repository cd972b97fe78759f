package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that may still be executed, or of which that is not known.
 *
 * @param isin null for an exchange of currencies
 * @param description such as BUY 10 AAPL or EUR to USD
 * @param state the order's state, such as ACCEPTED or UNKNOWN
 * @param remaining what may still be executed; zero for an exchange of currencies
 * @param reservedCash the most it may still take, fees included; null for a sale
 * @param expectedCash what an exchange of currencies will bring at least; null otherwise
 */
public record OpenOrder(
    ClientOrderId clientOrderId,
    @Nullable Isin isin,
    @Nullable Side side,
    String description,
    String state,
    Quantity remaining,
    @Nullable Money reservedCash,
    @Nullable Money expectedCash,
    Instant createdAt) {}
