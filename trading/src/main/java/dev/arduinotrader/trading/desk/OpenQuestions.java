package dev.arduinotrader.trading.desk;

import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the broker about every order whose fate is open. Whoever asks has had a complete statement
 * answered in the same breath: the control without which an absence proves nothing.
 */
final class OpenQuestions {
  private final DeskTools tools;

  OpenQuestions(DeskTools tools) {
    this.tools = tools;
  }

  /**
   * What came of asking.
   *
   * @param adopted whether an order turned out to be at the broker
   * @param absent orders that are proved not to be there; still UNKNOWN
   */
  record Answers(boolean adopted, List<Order> absent) {
    Answers {
      absent = List.copyOf(absent);
    }
  }

  /**
   * Under the account's lock no order is being sent or cancelled: one found so was left by a crash.
   */
  void markInterrupted(CallContext context) {
    for (Intent intent : tools.store().read(book -> book.active(context.account()))) {
      for (Order order : intent.orders()) {
        switch (order.state()) {
          case SENDING -> mark(order, new OrderEvent.ReplyLost(), "interrupted while being sent");
          case CANCEL_REQUESTED ->
              mark(order, new OrderEvent.CancelReplyLost(), "interrupted while being cancelled");
          case INTENDED,
              ACCEPTED,
              PARTIALLY_FILLED,
              FILLED,
              CANCEL_UNKNOWN,
              CANCELLED,
              EXPIRED,
              REJECTED,
              DENIED,
              UNKNOWN,
              ABSENT -> {}
        }
      }
    }
  }

  private void mark(Order order, OrderEvent event, String note) {
    tools
        .store()
        .write(
            book ->
                new OrderChanges(book, tools.clock().now())
                    .apply(book.intent(order.name().tradeId()).orElseThrow(), order, event, note));
  }

  /** Whether any order's fate is open. */
  boolean areOpen(CallContext context) {
    return tools.store().read(book -> book.active(context.account())).stream()
        .flatMap(intent -> intent.orders().stream())
        .anyMatch(order -> isOpenQuestion(order.state()));
  }

  /** How many orders the broker has, or may have. */
  int count(CallContext context) {
    return (int)
        tools.store().read(book -> book.active(context.account())).stream()
            .flatMap(intent -> intent.orders().stream())
            .filter(order -> isOpenQuestion(order.state()) || isAtBroker(order.state()))
            .count();
  }

  /**
   * Asks about orders of unknown fate, or about every order that should be at the broker.
   *
   * @param all also those that need no answer
   */
  Answers ask(CallContext context, boolean all) {
    List<Order> absent = new ArrayList<>();
    boolean adopted = false;
    for (Intent intent : tools.store().read(book -> book.active(context.account()))) {
      for (Order order : intent.orders()) {
        if (isOpenQuestion(order.state()) || (all && isAtBroker(order.state()))) {
          switch (tools.broker().findByClientOrderId(context, order.clientOrderId())) {
            case FindReply.Found(OrderReport report) -> adopted |= adopt(order, report);
            case FindReply.NotThere() -> miss(context, order, absent);
            case FindReply.Unclear ignored -> {}
          }
        }
      }
    }
    return new Answers(adopted, absent);
  }

  private static boolean isOpenQuestion(OrderState state) {
    return state == OrderState.UNKNOWN || state == OrderState.CANCEL_UNKNOWN;
  }

  private static boolean isAtBroker(OrderState state) {
    return state == OrderState.ACCEPTED || state == OrderState.PARTIALLY_FILLED;
  }

  /** The order is there. How it ended, if it did, the next statement says with its executions. */
  private boolean adopt(Order order, OrderReport report) {
    if (!isOpenQuestion(order.state())) {
      return false;
    }
    tools
        .store()
        .write(
            book -> {
              Intent intent = book.intent(order.name().tradeId()).orElseThrow();
              Order known = order.known(report.brokerOrderId());
              boolean partly = order.progress().done().signum() > 0;
              return new OrderChanges(book, tools.clock().now())
                  .apply(
                      OrderChanges.replace(intent, known),
                      known,
                      new OrderEvent.Accepted(partly),
                      "found at the broker");
            });
    return true;
  }

  private void miss(CallContext context, Order order, List<Order> absent) {
    Order missed = order.missed();
    int enough = tools.broker().abilities(context.account()).absencesForProof();
    boolean proved = missed.progress().absences() >= enough;
    boolean decideLater = proved && order.state() == OrderState.UNKNOWN;
    tools
        .store()
        .write(
            book -> {
              Intent intent = book.intent(order.name().tradeId()).orElseThrow();
              Intent counted = OrderChanges.replace(intent, missed);
              book.update(counted);
              return proved && !decideLater
                  ? new OrderChanges(book, tools.clock().now())
                      .apply(counted, missed, new OrderEvent.AbsenceProved(), "")
                  : counted;
            });
    if (decideLater) {
      absent.add(missed);
    }
  }
}
