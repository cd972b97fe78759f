package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import java.time.Instant;

/** Something that the broker executed: a fact. */
public sealed interface BrokerExecution {
  /** The broker's own id of it, unique in the account. */
  String executionId();

  ClientOrderId clientOrderId();

  Instant at();

  /**
   * A security was bought or sold.
   *
   * @param gross price times quantity as money, without the commission
   * @param commission not negative
   */
  record SecurityExecution(
      String executionId,
      ClientOrderId clientOrderId,
      Instant at,
      Isin isin,
      Side side,
      Quantity quantity,
      Price price,
      Money gross,
      Money commission)
      implements BrokerExecution {}

  /** A currency was exchanged for another; all amounts but the commission are above zero. */
  record ExchangeExecution(
      String executionId,
      ClientOrderId clientOrderId,
      Instant at,
      Money sold,
      Money bought,
      Money commission)
      implements BrokerExecution {}
}
