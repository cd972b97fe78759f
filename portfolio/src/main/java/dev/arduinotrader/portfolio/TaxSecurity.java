package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one security brought in a tax year, in the base currency; null when a part is not known.
 *
 * @param sold units
 * @param commission of the sales
 * @param gain proceeds less commission less cost
 * @param dividends before tax
 * @param withheld tax that was kept back from them
 */
public record TaxSecurity(
    Isin isin,
    Quantity sold,
    @Nullable Money cost,
    @Nullable Money proceeds,
    @Nullable Money commission,
    @Nullable Money gain,
    @Nullable Money dividends,
    @Nullable Money withheld) {}
