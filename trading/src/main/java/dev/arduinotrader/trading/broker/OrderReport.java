package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.ClientOrderId;
import java.time.Instant;

/**
 * How an order stands at the broker.
 *
 * @param reason the broker's word when it ended unexecuted; empty otherwise
 */
public record OrderReport(
    ClientOrderId clientOrderId,
    String brokerOrderId,
    BrokerOrderState state,
    String reason,
    Instant changedAt) {

  /** What a broker knows of an order. */
  public enum BrokerOrderState {
    OPEN,
    FILLED,
    CANCELLED,
    EXPIRED,
    REJECTED
  }
}
