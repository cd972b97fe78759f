package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A tax year as a whole, in the base currency; null when a part is not known.
 *
 * @param gain of all sales: gains less losses
 * @param gains of the sales that gained
 * @param losses of the sales that lost, zero or less
 * @param dividends before tax
 * @param withheld tax that was kept back from dividends
 * @param interestReceived zero or more
 * @param interestPaid zero or less
 * @param costs what was paid for anything but sales and what is in a cost: fees, commissions of
 *     exchanges, and those of purchases in another currency than the price; less what was paid back
 * @param taxes what was paid besides withheld tax, less what was paid back
 */
public record TaxTotals(
    @Nullable Money cost,
    @Nullable Money proceeds,
    @Nullable Money commission,
    @Nullable Money gain,
    @Nullable Money gains,
    @Nullable Money losses,
    @Nullable Money dividends,
    @Nullable Money withheld,
    @Nullable Money interestReceived,
    @Nullable Money interestPaid,
    @Nullable Money costs,
    @Nullable Money taxes) {}
