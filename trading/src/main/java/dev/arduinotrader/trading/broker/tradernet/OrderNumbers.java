package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import java.time.Instant;
import java.util.Optional;

/** The numbers by which this broker knows our orders: it takes integers for names only. */
public interface OrderNumbers {
  /** What was stored of an order before it was sent; empty for one that is not ours. */
  Optional<Numbered> of(ClientOrderId id);

  /** Our name of the order with this number; empty when it is none of ours. */
  Optional<ClientOrderId> nameOf(AccountId account, long number);

  /** Our name of the order that the broker calls so, as far as we were told. */
  Optional<ClientOrderId> nameOfBrokerOrder(AccountId account, String brokerOrderId);

  /**
   * An order of ours.
   *
   * @param number above zero, never used for another order of the account
   * @param intendedAt before it was sent
   */
  record Numbered(int number, Instant intendedAt) {}
}
