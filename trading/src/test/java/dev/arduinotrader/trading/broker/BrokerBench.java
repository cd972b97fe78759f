package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.model.OrderTerms;

/**
 * A broker on the bench of the acceptance cards, and the world behind it. It begins with enough
 * money to buy ten of its security a few times, and with nothing held.
 */
public interface BrokerBench extends AutoCloseable {
  Broker broker();

  /** Now, in the bench's account; a moment later with every call. */
  CallContext now();

  /** An order for a quantity of the bench's security that its market executes when it moves. */
  OrderTerms.SecurityTerms purchase(long quantity);

  /** An exchange that the market executes when it moves. */
  OrderTerms.ExchangeTerms exchange();

  /** The market moves: what can be executed is. */
  void marketMoves();

  /** The market executes this much of an order. */
  void executes(ClientOrderId order, long quantity);

  /** The session that is on or comes next ends. */
  void sessionEnds();

  /** Nothing can be asked until {@link #comesBack}. */
  void goesDown();

  void comesBack();

  /** The next request is answered with: too many requests, before it has any effect. */
  void wantsFewerRequests();

  void moneyComesIn(String movementId, Money amount);

  /** The same instant in another account of the broker. */
  CallContext stranger();

  @Override
  void close();
}
