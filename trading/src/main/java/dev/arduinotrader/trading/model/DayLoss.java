package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an account has lost since the start of the day (UTC). */
sealed interface DayLoss {
  /**
   * The loss as a share of holdings and cash at the start of the day.
   *
   * @param share such as 0.02; negative for a gain
   */
  record Measured(BigDecimal share) implements DayLoss {}

  /** Something had a price at the start of the day and has none now. */
  record Unmeasured(String why) implements DayLoss {}

  /**
   * Values the same holdings at both times, so that deposits, withdrawals and trades of the day are
   * neither gain nor loss; what was first bought today is left out.
   */
  static DayLoss measure(Summary atDayStart, Summary now, Instant instant) {
    Instant dayStart = instant.truncatedTo(ChronoUnit.DAYS);
    Map<Isin, Position> present =
        now.positions().stream().collect(Collectors.toMap(Position::isin, Function.identity()));
    BigDecimal start = BigDecimal.ZERO;
    BigDecimal lost = BigDecimal.ZERO;
    for (CashBalance balance : atDayStart.balances()) {
      start = start.add(amount(balance.totalInBase()));
    }
    for (Position before : atDayStart.positions()) {
      Position after = present.get(before.isin());
      Instant bought = before.firstBoughtAt();
      boolean isNew = bought != null && !bought.isBefore(dayStart);
      if (isNew || after == null || before.valueInBase() == null) {
        continue;
      }
      if (after.valueInBase() == null) {
        return new Unmeasured("nobody says what " + before.symbol() + " is worth now");
      }
      BigDecimal was = amount(before.valueInBase());
      start = start.add(was);
      lost = lost.add(was.subtract(amount(after.valueInBase())));
    }
    return new Measured(
        start.signum() <= 0 ? BigDecimal.ZERO : lost.divide(start, MathContext.DECIMAL64));
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.amount();
  }
}
