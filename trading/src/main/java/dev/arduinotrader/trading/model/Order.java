package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.OrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One leg of an intent as trading keeps it.
 *
 * @param costMax the most that the whole order may take, null for a sale
 */
public record Order(
    OrderName name, OrderTerms terms, @Nullable Money costMax, OrderProgress progress) {

  public OrderState state() {
    return progress.state();
  }

  public ClientOrderId clientOrderId() {
    return name.clientOrderId();
  }

  /** What may still be executed. */
  public BigDecimal remaining() {
    return terms.ordered().subtract(progress.done()).max(BigDecimal.ZERO);
  }

  /** The same order in another state, with the reservation that the state calls for. */
  public Order moved(OrderState next, BigDecimal done, Instant at, String why) {
    Order after = with(progress.moved(next, done, at, why));
    return next == OrderState.INTENDED ? after : after.reserving(after.reservation());
  }

  /** The same order reserving this. */
  public Order reserving(@Nullable Money amount) {
    return with(progress.reserving(amount));
  }

  /** The same order with the terms and the worst cost that the gate passed. */
  public Order passed(OrderTerms newTerms, @Nullable Money newCostMax) {
    return new Order(name, newTerms, newCostMax, progress);
  }

  /** The same order, whose turn it is now: from here on it holds its whole cost. */
  public Order turned(Instant at) {
    return with(progress.turned(at).reserving(costMax));
  }

  /** The same order with what the broker calls it. */
  public Order known(String brokerOrderId) {
    return with(progress.known(brokerOrderId));
  }

  /** The same order, once more not known to the broker. */
  public Order missed() {
    return with(progress.missed());
  }

  private Order with(OrderProgress next) {
    return new Order(name, terms, costMax, next);
  }

  /** The most that a sent order may still take: the open share of the whole, rounded up. */
  private @Nullable Money reservation() {
    if (costMax == null || state().isTerminal()) {
      return null;
    }
    BigDecimal share = costMax.amount().multiply(remaining());
    int digits = costMax.currency().minorDigits();
    return new Money(
        share.divide(terms.ordered(), digits, RoundingMode.CEILING), costMax.currency());
  }
}
