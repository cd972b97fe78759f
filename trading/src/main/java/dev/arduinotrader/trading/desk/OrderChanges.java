package dev.arduinotrader.trading.desk;

import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderEvent;
import dev.arduinotrader.trading.model.OrderLife;
import dev.arduinotrader.trading.model.Transition;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what happens to orders within one transaction, and tells of it. */
final class OrderChanges {
  private static final Logger LOG = LoggerFactory.getLogger(OrderChanges.class);

  private final TradingBook book;
  private final Instant now;

  OrderChanges(TradingBook book, Instant now) {
    this.book = book;
    this.now = now;
  }

  /** What an event log entry says of an order. */
  private record OrderNews(
      String tradeId,
      int leg,
      String clientOrderId,
      String isin,
      String symbol,
      String side,
      String quantity,
      String state,
      String done,
      String note) {}

  /**
   * Applies an event to one order, and what follows from it to the orders after it.
   *
   * @param note what the broker or the gate said; empty for nothing
   */
  Intent apply(Intent intent, Order order, OrderEvent event, String note) {
    return apply(intent, order, event, "", note);
  }

  /** As {@link #apply(Intent, Order, OrderEvent, String)}, with the code of a denial. */
  Intent apply(Intent intent, Order order, OrderEvent event, String denialCode, String note) {
    Intent moved = move(intent, order, event, denialCode, note);
    if (moved.equals(intent)) {
      return intent;
    }
    Intent settled = followUp(moved, moved.orders().get(order.name().number() - 1));
    book.update(settled);
    return settled;
  }

  /** Applies an event to one order without its consequences, when another one follows at once. */
  Intent move(Intent intent, Order order, OrderEvent event, String denialCode, String note) {
    return switch (OrderLife.next(order.state(), event)) {
      case Transition.Ignored(String reason) -> {
        LOG.debug("order {}: {} ignored: {}", order.clientOrderId(), event, reason);
        yield intent;
      }
      case Transition.Moved(OrderState state) ->
          moved(intent, order, event, state, denialCode, note);
      case Transition.Incident(OrderState state, String what) -> {
        Intent after = moved(intent, order, event, state, denialCode, note);
        incident(after, order, what);
        yield after;
      }
    };
  }

  private Intent moved(
      Intent intent,
      Order order,
      OrderEvent event,
      OrderState state,
      String denialCode,
      String note) {
    BigDecimal done =
        event instanceof OrderEvent.Executed executed
            ? executed.before().add(executed.amount())
            : order.progress().done();
    Order after = order.moved(state, done, now, note);
    Intent changed = replace(intent, after).changed(now, denialCode);
    tell(changed, after);
    return changed;
  }

  /** The next order's turn comes when this one is done; it will never come when this one failed. */
  private Intent followUp(Intent intent, Order order) {
    Optional<Order> next =
        intent.orders().stream()
            .filter(other -> other.name().number() == order.name().number() + 1)
            .filter(other -> other.state() == OrderState.INTENDED)
            .findFirst();
    if (next.isEmpty() || !order.state().isTerminal()) {
      return intent;
    }
    if (order.state() == OrderState.FILLED) {
      return replace(intent, next.get().turned(now));
    }
    String why = "not sent: the order before it ended " + order.state();
    return apply(intent, next.get(), new OrderEvent.CancelAsked(), why);
  }

  static Intent replace(Intent intent, Order order) {
    List<Order> orders = new ArrayList<>(intent.orders());
    orders.set(order.name().number() - 1, order);
    return intent.with(orders);
  }

  /** Something that should not happen: kept, told, and logged for a person. */
  void incident(Intent intent, Order order, String what) {
    LOG.warn(
        "incident with order {} of trade {}: {}", order.clientOrderId(), intent.tradeId(), what);
    book.tell(
        intent.accountId(),
        now,
        TradingEvent.INCIDENT,
        headline(intent, order) + ": " + what,
        news(intent, order));
  }

  private void tell(Intent intent, Order order) {
    kind(order.state())
        .ifPresent(
            kind ->
                book.tell(
                    intent.accountId(),
                    now,
                    kind,
                    headline(intent, order) + ": " + words(order),
                    news(intent, order)));
  }

  private static Optional<TradingEvent> kind(OrderState state) {
    return switch (state) {
      case INTENDED, CANCEL_REQUESTED -> Optional.empty();
      case SENDING -> Optional.of(TradingEvent.ORDER_SENT);
      case ACCEPTED -> Optional.of(TradingEvent.ORDER_ACCEPTED);
      case PARTIALLY_FILLED, FILLED -> Optional.of(TradingEvent.ORDER_FILLED);
      case DENIED -> Optional.of(TradingEvent.ORDER_DENIED);
      case UNKNOWN, CANCEL_UNKNOWN -> Optional.of(TradingEvent.ORDER_UNKNOWN);
      case CANCELLED, EXPIRED, REJECTED, ABSENT -> Optional.of(TradingEvent.ORDER_ENDED);
    };
  }

  private static String words(Order order) {
    String note = order.progress().note();
    return note.isEmpty() ? order.state().name() : order.state() + ", " + note;
  }

  private static String headline(Intent intent, Order order) {
    return "%s %s %s, %s"
        .formatted(
            intent.command().side(),
            intent.command().quantity(),
            intent.symbol(),
            order.terms().description());
  }

  private static OrderNews news(Intent intent, Order order) {
    return new OrderNews(
        intent.tradeId(),
        order.name().number(),
        order.clientOrderId().value(),
        intent.command().isin().value(),
        intent.symbol(),
        intent.command().side().name(),
        intent.command().quantity().toString(),
        order.state().name(),
        order.progress().done().toPlainString(),
        order.progress().note());
  }
}
