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
 * @param reservedCash what it holds of the cash that is there: the most it may still take, fees
 *     included, in the currency it pays with, which for an exchange is the one it sells. A purchase
 *     whose exchange is still open holds only what it uses of the money already in its currency,
 *     which may be zero; from the exchange's execution on, its whole cost. Null for a sale
 * @param expectedCash what an exchange of currencies will still bring; null otherwise. The purchase
 *     it was made for will take it, so it is not free for another
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
