package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountMovement.CashMoved;
import dev.arduinotrader.trading.broker.AccountMovement.DividendPaid;
import dev.arduinotrader.trading.broker.AccountMovement.SplitDone;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderEvent;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingBook.Appended;
import dev.arduinotrader.trading.store.TradingEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes in a statement in one transaction: executions and movements into the outbox, orders into
 * their states, and the cursor. Facts are always taken in, also of orders that are not ours.
 */
final class StatementIntake {
  private final TradingBook book;
  private final AccountId account;
  private final Instant now;
  private final OrderChanges changes;

  StatementIntake(TradingBook book, AccountId account, Instant now) {
    this.book = book;
    this.account = account;
    this.now = now;
    this.changes = new OrderChanges(book, now);
  }

  /** Takes in everything; gives how many executions were new. */
  int take(AccountStatement statement) {
    int added = 0;
    for (BrokerExecution execution : statement.executions()) {
      added += take(execution) ? 1 : 0;
    }
    statement.movements().forEach(this::take);
    statement.orders().forEach(this::take);
    book.setCursor(account, statement.cursor());
    return added;
  }

  private boolean take(BrokerExecution execution) {
    return switch (book.append(account, number -> movement(number, execution))) {
      case NEW -> {
        applyToOrder(execution);
        yield true;
      }
      case REPEATED -> false;
      case CONTRADICTED -> {
        contradicted(execution.executionId());
        yield false;
      }
    };
  }

  private void applyToOrder(BrokerExecution execution) {
    Optional<Intent> intent = book.intentOf(execution.clientOrderId());
    if (intent.isEmpty()) {
      book.tell(
          account,
          now,
          TradingEvent.INCIDENT,
          "execution " + execution.executionId() + " belongs to no order of ours",
          execution);
      return;
    }
    Order order = order(intent.get(), execution.clientOrderId());
    BigDecimal amount =
        switch (execution) {
          case SecurityExecution security -> security.quantity().value();
          case ExchangeExecution exchange -> exchange.bought().amount();
        };
    OrderEvent event =
        new OrderEvent.Executed(order.terms().ordered(), order.progress().done(), amount);
    changes.apply(intent.get(), order, event, "");
  }

  private static BrokerMovement movement(long number, BrokerExecution execution) {
    return switch (execution) {
      case SecurityExecution e ->
          new BrokerMovement.Execution(
              number,
              e.executionId(),
              e.at(),
              e.clientOrderId(),
              e.isin(),
              e.side(),
              e.quantity(),
              e.price(),
              e.gross(),
              e.commission());
      case ExchangeExecution e ->
          new BrokerMovement.Exchange(
              number,
              e.executionId(),
              e.at(),
              e.clientOrderId(),
              e.sold(),
              e.bought(),
              e.commission());
    };
  }

  private void take(AccountMovement movement) {
    Appended appended = book.append(account, number -> movement(number, movement));
    if (appended == Appended.CONTRADICTED) {
      contradicted(movement.movementId());
    } else if (appended == Appended.NEW) {
      tell(movement);
    }
  }

  private static BrokerMovement movement(long number, AccountMovement movement) {
    return switch (movement) {
      case CashMoved m ->
          new BrokerMovement.CashFlow(
              number, m.movementId(), m.at(), m.kind(), m.amount(), m.note());
      case DividendPaid m ->
          new LedgerEntry.Dividend(
              number, m.movementId(), m.at(), m.isin(), m.gross(), m.withheld(), m.note());
      case SplitDone m ->
          new LedgerEntry.CorporateAction(
              number,
              m.movementId(),
              m.at(),
              LedgerEntry.ActionKind.SPLIT,
              m.isin(),
              m.currency(),
              List.of(new LedgerEntry.Leg(m.isin(), m.change(), BigDecimal.ZERO)),
              m.amount(),
              m.note());
    };
  }

  private void tell(AccountMovement movement) {
    switch (movement) {
      case CashMoved m ->
          book.tell(account, now, TradingEvent.CASH_MOVED, m.kind() + " of " + m.amount(), m);
      case DividendPaid m ->
          book.tell(
              account,
              now,
              TradingEvent.CASH_MOVED,
              "DIVIDEND of %s of %s".formatted(m.amount(), m.isin()),
              m);
      case SplitDone m ->
          book.tell(
              account,
              now,
              TradingEvent.UNITS_CHANGED,
              "SPLIT of %s: %s units".formatted(m.isin(), m.change()),
              m);
    }
  }

  private void contradicted(String sourceId) {
    book.tell(
        account,
        now,
        TradingEvent.INCIDENT,
        "the broker tells of " + sourceId + " again with another content; the first is kept",
        new Contradiction(sourceId));
  }

  /** What an event says of a repeated id with another content. */
  private record Contradiction(String sourceId) {}

  /** Executions come first, so that an order that the broker closed has all of them. */
  private void take(OrderReport report) {
    Optional<Intent> intent = book.intentOf(report.clientOrderId());
    if (intent.isEmpty()) {
      return;
    }
    Order before = order(intent.get(), report.clientOrderId());
    Order renamed = before.known(report.brokerOrderId());
    Intent named = OrderChanges.replace(intent.get(), renamed);
    if (!renamed.equals(before)) {
      // Also kept when the report says nothing else that is new.
      book.update(named);
    }
    Intent known =
        isReplaced(before, report)
            ? changes.apply(named, renamed, new OrderEvent.Replaced(), "")
            : named;
    Order order = order(known, report.clientOrderId());
    boolean partly = order.progress().done().signum() > 0;
    OrderEvent event =
        switch (report.state()) {
          case OPEN, FILLED -> new OrderEvent.Accepted(partly);
          case CANCELLED -> new OrderEvent.Cancelled();
          case EXPIRED -> new OrderEvent.Expired();
          case REJECTED -> new OrderEvent.Rejected();
        };
    changes.apply(known, order, event, report.reason());
  }

  private static boolean isReplaced(Order order, OrderReport report) {
    String known = order.progress().brokerOrderId();
    return !known.isEmpty()
        && !report.brokerOrderId().isEmpty()
        && !known.equals(report.brokerOrderId());
  }

  private static Order order(Intent intent, ClientOrderId id) {
    return intent.orders().stream()
        .filter(order -> order.clientOrderId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
