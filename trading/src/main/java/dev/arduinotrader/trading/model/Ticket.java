package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The smallest sensible order, in the base currency: fixed fee / (largest share of costs - fee's
 * share).
 */
record Ticket(Money least) {
  /** What the least is when the fee's share alone is more than allowed. */
  private static final String WHEN_DEAR = "1000";

  /** The market may have moved a little since the order was planned at exactly the least. */
  private static final BigDecimal ROOM = new BigDecimal("0.9");

  static Ticket of(InvestmentPolicy policy) {
    Money fixed = policy.costs().fixed();
    BigDecimal share =
        BigDecimal.valueOf(policy.guards().costShareMax())
            .subtract(BigDecimal.valueOf(policy.costs().fraction()));
    if (share.signum() <= 0) {
      return new Ticket(Money.of(WHEN_DEAR, fixed.currency()));
    }
    int digits = fixed.currency().minorDigits();
    BigDecimal least = fixed.amount().divide(share, digits, RoundingMode.HALF_EVEN);
    return new Ticket(new Money(least, fixed.currency()));
  }

  boolean isAbove(Money value) {
    return value.isLessThan(least.times(ROOM, RoundingMode.FLOOR));
  }
}
