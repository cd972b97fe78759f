package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.CashFlowKind;
import java.time.Instant;

/** Something that happened to the account without a trade: a fact. */
public sealed interface AccountMovement {
  /** The broker's own id of it, unique in the account. */
  String movementId();

  Instant at();

  /** The money that came in (positive) or went out; zero when only units did. */
  Money amount();

  /** For a person. */
  String note();

  /**
   * Money of which the broker names no security.
   *
   * @param kind why; a deposit is above zero and a withdrawal below
   * @param amount not zero
   */
  record CashMoved(String movementId, Instant at, CashFlowKind kind, Money amount, String note)
      implements AccountMovement {}

  /**
   * A security paid its holders.
   *
   * @param gross before tax; below zero when the broker takes it back; not zero
   * @param withheld the tax that was kept back, of the same sign
   */
  record DividendPaid(
      String movementId, Instant at, Isin isin, Money gross, Money withheld, String note)
      implements AccountMovement {
    @Override
    public Money amount() {
      return gross.minus(withheld);
    }
  }

  /**
   * New units took the place of old ones.
   *
   * @param currency that the security is traded in
   * @param change units that came (positive) or went; not zero
   * @param amount what was paid for a fraction of a unit; not negative
   */
  record SplitDone(
      String movementId,
      Instant at,
      Isin isin,
      Currency currency,
      Quantity change,
      Money amount,
      String note)
      implements AccountMovement {}

  /** Money that the broker does not explain: a deposit or a withdrawal, by its sign. */
  static AccountMovement unexplained(String movementId, Instant at, Money amount, String note) {
    return new CashMoved(movementId, at, byOwner(amount), amount, note);
  }

  /** A deposit or a withdrawal, by the sign. */
  static CashFlowKind byOwner(Money amount) {
    return amount.isNegative() ? CashFlowKind.WITHDRAWAL : CashFlowKind.DEPOSIT;
  }
}
