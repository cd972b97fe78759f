package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.TradingReason;
import dev.arduinotrader.trading.broker.Broker.CancelReply;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderEvent;
import java.util.Optional;

/** Cancels what is open of a trade; a cancellation passes while trading is halted. */
final class Cancellation {
  private final DeskTools tools;

  Cancellation(DeskTools tools) {
    this.tools = tools;
  }

  /** Asks for it; a trade that is over stays as it is. */
  Result<Done> cancel(CallContext context, String tradeId) {
    Intent intent = tools.store().read(book -> book.intent(tradeId)).orElseThrow();
    Optional<Order> current = intent.current();
    if (current.isEmpty()) {
      return Result.success(Done.DONE);
    }
    OrderState state = current.get().state();
    if (state == OrderState.UNKNOWN || state == OrderState.SENDING) {
      return TradingReason.ORDER_UNKNOWN.failure(
          "expected to know what became of order %s of trade %s, found %s\nMaybe reconcile first."
              .formatted(current.get().clientOrderId(), tradeId, state));
    }
    Order asked = apply(current.get(), new OrderEvent.CancelAsked(), "");
    if (asked.state() == OrderState.CANCEL_REQUESTED) {
      ask(context, asked);
    }
    return Result.success(Done.DONE);
  }

  private void ask(CallContext context, Order order) {
    switch (tools.broker().cancel(context, order.clientOrderId())) {
      case CancelReply.Unclear(String what) -> apply(order, new OrderEvent.CancelReplyLost(), what);
      case CancelReply.Answered(OrderReport report) -> {
        switch (report.state()) {
          case CANCELLED -> apply(order, new OrderEvent.Cancelled(), report.reason());
          // How it ended instead comes with its executions in the next statement.
          case OPEN, FILLED, EXPIRED, REJECTED ->
              apply(order, new OrderEvent.CancelReplyLost(), "not cancelled: " + report.state());
        }
      }
    }
  }

  private Order apply(Order named, OrderEvent event, String note) {
    return tools
        .store()
        .write(
            book -> {
              Intent intent = book.intent(named.name().tradeId()).orElseThrow();
              int index = named.name().number() - 1;
              Intent after =
                  new OrderChanges(book, tools.clock().now())
                      .apply(intent, intent.orders().get(index), event, note);
              return after.orders().get(index);
            });
  }
}
