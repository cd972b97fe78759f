package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.TradeCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A wish to trade with the orders that carry it out, in sequence.
 *
 * @param closing whether it is a sale that the owner's pace of trading does not stand against
 * @param symbol empty when the security is not known
 * @param denialCode the gate's reason, empty unless it denied
 * @param message for people; empty when there is nothing to say
 * @param orders empty when the gate denied the wish before orders could be made
 */
public record Intent(
    String tradeId,
    AccountId accountId,
    TradeCommand command,
    boolean closing,
    String symbol,
    String denialCode,
    String message,
    Instant createdAt,
    Instant changedAt,
    List<Order> orders) {
  public Intent {
    orders = List.copyOf(orders);
  }

  /** The same intent with these orders. */
  public Intent with(List<Order> newOrders) {
    return new Intent(
        tradeId,
        accountId,
        command,
        closing,
        symbol,
        denialCode,
        message,
        createdAt,
        changedAt,
        newOrders);
  }

  /**
   * The same intent after a change of its orders; what its present order says of its trouble is the
   * message.
   *
   * @param code of a denial, empty when it is none
   */
  public Intent changed(Instant at, String code) {
    String words =
        current()
            .filter(order -> isTrouble(order.state()))
            .map(order -> order.progress().note())
            .orElse("");
    return new Intent(
        tradeId,
        accountId,
        command,
        closing,
        symbol,
        code.isEmpty() ? denialCode : code,
        words,
        createdAt,
        at,
        orders);
  }

  private static boolean isTrouble(OrderState state) {
    return switch (state) {
      case UNKNOWN, CANCEL_UNKNOWN, CANCELLED, EXPIRED, REJECTED, DENIED, ABSENT -> true;
      case INTENDED, SENDING, ACCEPTED, PARTIALLY_FILLED, FILLED, CANCEL_REQUESTED -> false;
    };
  }

  /** The state of the leg that matters now: the first that is not filled, else the last. */
  public OrderState state() {
    return current().map(Order::state).orElse(OrderState.DENIED);
  }

  /** The leg that matters now. */
  public Optional<Order> current() {
    return orders.stream()
        .filter(order -> order.state() != OrderState.FILLED)
        .findFirst()
        .or(() -> orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast()));
  }

  /** True while any leg may still do something. */
  public boolean isActive() {
    return orders.stream().anyMatch(order -> !order.state().isTerminal());
  }

  /** The leg to send next: the first that is not filled, if it was never sent. */
  public Optional<Order> nextToSend() {
    return current().filter(order -> order.state() == OrderState.INTENDED);
  }
}
