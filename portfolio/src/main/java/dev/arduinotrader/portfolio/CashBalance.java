package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Cash in one currency; all amounts are in it.
 *
 * @param settled what has arrived for good
 * @param unsettled what is booked and not yet settled; may be negative
 * @param reserved what open and unknown orders may still take
 * @param available settled less reserved; may be negative, then nothing may be bought
 * @param total settled and unsettled
 * @param totalInBase the total in the base currency, null without a rate
 */
public record CashBalance(
    Currency currency,
    Money settled,
    Money unsettled,
    Money reserved,
    Money available,
    Money total,
    @Nullable Money totalInBase) {}
