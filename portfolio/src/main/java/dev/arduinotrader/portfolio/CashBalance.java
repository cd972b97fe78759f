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
 * @param available what may be spent: settled, less what is bought and not yet paid for, less
 *     reserved; sales count when they settle; may be negative, then nothing may be bought
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
    @Nullable Money totalInBase) {
  /** What may be spent if no order were open. */
  public Money spendable() {
    return available.plus(reserved);
  }
}
