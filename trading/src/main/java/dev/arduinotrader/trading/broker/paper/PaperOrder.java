package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms;
import java.time.Duration;
import java.time.Instant;

/**
 * An order in the paper broker's book.
 *
 * @param reason why it ended unexecuted; empty otherwise
 * @param searchedAt the next quote is looked for strictly after this
 * @param executed so far, of a security
 * @param pieces in how many executions
 */
record PaperOrder(
    AccountId accountId,
    ClientOrderId clientOrderId,
    String brokerOrderId,
    int brokerReference,
    OrderTerms terms,
    BrokerOrderState state,
    String reason,
    Instant acceptedAt,
    Instant searchedAt,
    Instant changedAt,
    Quantity executed,
    int pieces) {
  private static final Duration GOOD_FOR = Duration.ofDays(5);

  /** When the broker gives up an order that stands until it is cancelled. */
  Instant keptUntil() {
    return acceptedAt.plus(GOOD_FOR);
  }

  /** What is left of an order of these terms. */
  Quantity left(OrderTerms.SecurityTerms security) {
    return security.quantity().minus(executed);
  }

  TimeInForce timeInForce() {
    return new BrokerOrder(clientOrderId, brokerReference, terms).timeInForce();
  }

  OrderReport report() {
    return new OrderReport(clientOrderId, brokerOrderId, state, reason, changedAt);
  }
}
