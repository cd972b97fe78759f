package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units that came together and are still held.
 *
 * @param lotId the source id of what brought them
 * @param currency in which the cost is counted
 * @param quantity above zero
 * @param acquiredAt when the units were first bought, null when nobody knows
 * @param cost with the commission that was charged in the same currency, null when nobody knows
 * @param commission that part of the cost
 */
public record Lot(
    String lotId,
    Isin isin,
    Currency currency,
    Quantity quantity,
    @Nullable Instant acquiredAt,
    @Nullable Money cost,
    Money commission) {}
