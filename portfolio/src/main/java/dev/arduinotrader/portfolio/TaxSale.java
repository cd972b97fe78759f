package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of one lot that were sold in a tax year. What is not known is null, and why is said.
 *
 * @param saleId the source id of what took the units
 * @param boughtOn the day (UTC) that the units were bought
 * @param daysHeld days from the purchase to the sale
 * @param cost with the commission that was charged in the same currency
 * @param proceeds before the commission
 * @param boughtRate base currency per unit of the cost's currency when they were bought
 * @param soldRate the same when they were sold
 * @param costInBase the cost at the rate of the purchase
 * @param proceedsInBase the proceeds at the rate of the sale
 * @param commissionInBase the commission of the sale at the rate of the sale
 * @param gainInBase proceeds less commission less cost
 * @param unknown one sentence for everything that is not known
 */
public record TaxSale(
    Isin isin,
    String saleId,
    String lotId,
    @Nullable LocalDate boughtOn,
    LocalDate soldOn,
    @Nullable Long daysHeld,
    Quantity quantity,
    @Nullable Money cost,
    Money proceeds,
    Money commission,
    @Nullable BigDecimal boughtRate,
    @Nullable BigDecimal soldRate,
    @Nullable Money costInBase,
    @Nullable Money proceedsInBase,
    @Nullable Money commissionInBase,
    @Nullable Money gainInBase,
    List<String> unknown) {
  public TaxSale {
    unknown = List.copyOf(unknown);
  }
}
