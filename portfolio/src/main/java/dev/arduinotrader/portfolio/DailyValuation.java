package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account was worth at the end of a day (UTC), from the entries, prices and rates of that
 * day; in the base currency.
 *
 * @param cash null when a rate is missing
 * @param holdings null when a price or a rate is missing
 * @param paidIn what the owner paid in that day less what was paid out; null when a rate is missing
 * @param positions every holding, in the order of ISIN
 * @param unknown one sentence for everything whose value is not known
 */
public record DailyValuation(
    LocalDate day,
    @Nullable Money cash,
    @Nullable Money holdings,
    @Nullable Money paidIn,
    List<DayPosition> positions,
    List<String> unknown) {
  public DailyValuation {
    positions = List.copyOf(positions);
    unknown = List.copyOf(unknown);
  }

  /** Cash and holdings; null when either is. */
  public @Nullable Money total() {
    return cash == null || holdings == null ? null : cash.plus(holdings);
  }

  /**
   * One holding at the end of the day.
   *
   * @param value in the base currency, null without a price or a rate
   */
  public record DayPosition(Isin isin, Quantity quantity, @Nullable Money value) {}
}
