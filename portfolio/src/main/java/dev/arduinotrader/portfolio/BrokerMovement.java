package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import java.time.Instant;

/** Something that happened to the account's money or securities: a fact. */
public sealed interface BrokerMovement
    permits BrokerMovement.Execution,
        BrokerMovement.Exchange,
        BrokerMovement.CashFlow,
        LedgerEntry {
  /** The number in trading's outbox: 1, 2, 3, ... per account; 0 when it did not come from it. */
  long sequence();

  /** The broker's own id of it; the same id is booked once. */
  String sourceId();

  /** When it happened. */
  Instant at();

  /**
   * An order was executed, wholly or in part.
   *
   * @param gross quantity times price, in the security's currency, without the commission
   * @param commission not negative, in any currency
   */
  record Execution(
      long sequence,
      String sourceId,
      Instant at,
      ClientOrderId clientOrderId,
      Isin isin,
      Side side,
      Quantity quantity,
      Price price,
      Money gross,
      Money commission)
      implements BrokerMovement {}

  /** One currency was exchanged for another. Both amounts are above zero. */
  record Exchange(
      long sequence,
      String sourceId,
      Instant at,
      ClientOrderId clientOrderId,
      Money sold,
      Money bought,
      Money commission)
      implements BrokerMovement {}

  /** Money came in or went out; the amount is negative when it went. */
  record CashFlow(
      long sequence, String sourceId, Instant at, CashFlowKind kind, Money amount, String note)
      implements BrokerMovement {}
}
