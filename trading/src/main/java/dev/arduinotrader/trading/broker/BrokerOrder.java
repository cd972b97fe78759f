package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.model.OrderTerms;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import java.util.Optional;

/**
 * An order as it is sent.
 *
 * @param reference the client order id's stand-in at brokers that take integers
 */
public record BrokerOrder(ClientOrderId clientOrderId, int reference, OrderTerms terms) {
  /** How its price is bounded; an exchange is always bounded by the most that it may cost. */
  public OrderType type() {
    return switch (terms) {
      case SecurityTerms security -> security.type();
      case ExchangeTerms ignored -> OrderType.LIMIT;
    };
  }

  /** How long it stands. */
  public TimeInForce timeInForce() {
    return switch (terms) {
      case SecurityTerms security -> security.timeInForce();
      case ExchangeTerms ignored -> TimeInForce.GTC;
    };
  }

  /** The limit that the broker is told; empty for a market order and for an exchange. */
  public Optional<Price> limit() {
    return switch (terms) {
      case SecurityTerms security ->
          type() == OrderType.LIMIT ? Optional.of(security.limit()) : Optional.empty();
      case ExchangeTerms ignored -> Optional.empty();
    };
  }
}
