package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio in one look. The total is the sum of the parts to the last digit.
 *
 * @param cash in the base currency, null when a rate is missing
 * @param holdings in the base currency, null when a price or a rate is missing
 * @param total cash and holdings, null when either is
 * @param deposited what the owner has paid in less what was paid out, at the rates of those days
 * @param rates every rate that was used
 * @param unknown one sentence for everything whose value is not known
 * @param openOrders orders that may still change the above
 */
public record Summary(
    Account account,
    Currency baseCurrency,
    Instant decisionTime,
    @Nullable Money cash,
    @Nullable Money holdings,
    @Nullable Money total,
    @Nullable Money deposited,
    List<CashBalance> balances,
    List<Position> positions,
    List<FxRate> rates,
    List<String> unknown,
    List<OpenOrder> openOrders) {
  public Summary {
    balances = List.copyOf(balances);
    positions = List.copyOf(positions);
    rates = List.copyOf(rates);
    unknown = List.copyOf(unknown);
    openOrders = List.copyOf(openOrders);
  }
}
