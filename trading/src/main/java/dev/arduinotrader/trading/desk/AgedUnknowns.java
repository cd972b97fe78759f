package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingEvent;
import java.time.Duration;
import java.time.Instant;

/** Orders whose fate stays unknown: a person is told once, and later only sales leave. */
final class AgedUnknowns {
  static final Duration TOLD_AFTER = Duration.ofMinutes(10);

  /** Longer than a session: what a broker knows of the day's orders it has said by then. */
  static final Duration REDUCED_AFTER = Duration.ofHours(8);

  private final TradingBook book;
  private final AccountId account;
  private final Instant now;

  AgedUnknowns(TradingBook book, AccountId account, Instant now) {
    this.book = book;
    this.account = account;
    this.now = now;
  }

  /** What an event says of such an order. */
  private record UnknownNews(String tradeId, String clientOrderId, Instant since) {}

  /** Looks at all orders of the account; gives how many are of unknown fate. */
  int look() {
    int unknown = 0;
    for (Intent intent : book.active(account)) {
      for (Order order : intent.orders()) {
        if (order.state() == OrderState.UNKNOWN || order.state() == OrderState.CANCEL_UNKNOWN) {
          unknown++;
          look(intent, order);
        }
      }
    }
    return unknown;
  }

  private void look(Intent intent, Order order) {
    Instant since = order.progress().changedAt();
    Duration age = Duration.between(since, now);
    String what =
        "what became of order %s of trade %s in %s (%s) is unknown since %s"
            .formatted(
                order.clientOrderId(),
                intent.tradeId(),
                intent.symbol(),
                order.terms().description(),
                since);
    if (age.compareTo(TOLD_AFTER) >= 0 && book.tellUnknown(account, order.clientOrderId(), now)) {
      tell(TradingEvent.INCIDENT, what, intent, order);
    }
    AccountState state = book.account(account).orElseThrow();
    if (age.compareTo(REDUCED_AFTER) >= 0 && state.reduceReason() == null) {
      book.setReduceOnly(account, what, now);
      tell(TradingEvent.REDUCED, "REDUCED: " + what, intent, order);
    }
  }

  private void tell(TradingEvent kind, String what, Intent intent, Order order) {
    book.tell(
        account,
        now,
        kind,
        what,
        new UnknownNews(
            intent.tradeId(), order.clientOrderId().value(), order.progress().changedAt()));
  }
}
