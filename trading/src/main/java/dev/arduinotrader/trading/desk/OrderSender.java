package dev.arduinotrader.trading.desk;

import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.trading.broker.Broker.SubmitReply;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.model.Gate;
import dev.arduinotrader.trading.model.GateFacts;
import dev.arduinotrader.trading.model.GateVerdict;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderEvent;
import dev.arduinotrader.trading.model.TradeDraft;
import dev.arduinotrader.trading.store.TradingBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends one order in three steps: marked SENDING in a transaction that reads mode, latch, HALT file
 * and lease; sent outside any transaction; and what came back in another transaction. A crash
 * between any two of them leaves a state from which evidence leads on.
 */
final class OrderSender {
  /**
   * No byte of an order is on its way later: half of it is left for what a broker asks first, and
   * what it cannot send and hear of within the rest it does not send.
   */
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

  private final DeskTools tools;
  private final Leases leases;

  OrderSender(DeskTools tools, Leases leases) {
    this.tools = tools;
    this.leases = leases;
  }

  /**
   * Sends an order that has passed the gate, or once more one that is proved not to have arrived.
   *
   * @param order INTENDED, or UNKNOWN and proved absent
   * @param passed its terms and cost as the gate saw them
   * @param facts what the gate saw; what trading itself owns of it is read once more
   * @return whether it was sent
   */
  boolean send(CallContext context, Order order, TradeDraft.Leg passed, GateFacts facts) {
    Optional<Order> sending =
        tools.store().write(book -> begin(context, book, order, passed, facts));
    if (sending.isEmpty()) {
      return false;
    }
    tools.faults().reach(FaultPoints.Step.AFTER_SENDING_BEFORE_SUBMIT);
    SubmitReply reply =
        submit(
            context,
            new BrokerOrder(
                order.clientOrderId(), order.name().brokerReference(), sending.get().terms()));
    tools.faults().reach(FaultPoints.Step.AFTER_SUBMIT_BEFORE_ACK);
    tools.store().write(book -> acknowledge(book, order, reply));
    tools.faults().reach(FaultPoints.Step.AFTER_ACK);
    return true;
  }

  /** A successor that took over while the order is on its way would look for it too early. */
  private SubmitReply submit(CallContext context, BrokerOrder order) {
    // From before the lease is asked, on a clock that runs on while the process is frozen.
    Deadline deadline = Deadline.after(SEND_TIMEOUT);
    CallContext sending =
        new CallContext(
            context.account(),
            context.actor(),
            context.requestId(),
            deadline,
            context.decisionTime());
    return tools.store().isOwnedFor(SEND_TIMEOUT)
        ? tools.broker().submit(sending, order)
        : new SubmitReply.Unclear(
            "not sent: expected the lease to last for %d s more, found that it may not"
                .formatted(SEND_TIMEOUT.toSeconds()));
  }

  /** The order as it may be sent now, empty when it must not be. */
  private Optional<Order> begin(
      CallContext context, TradingBook book, Order named, TradeDraft.Leg passed, GateFacts facts) {
    OrderChanges changes = new OrderChanges(book, tools.clock().now());
    Intent intent = book.intent(named.name().tradeId()).orElseThrow();
    Order order = leg(intent, named).passed(passed.terms(), passed.costMax());
    Intent current = OrderChanges.replace(intent, order);
    OwnFacts own = new OwnFacts(book, context.account(), named.name().tradeId());
    List<Finding> findings = Gate.check(own.refresh(facts, leases)).findings();
    if (!findings.isEmpty()) {
      String text = GateVerdict.text(findings);
      if (order.state() == OrderState.UNKNOWN) {
        changes.apply(current, order, new OrderEvent.AbsenceProved(), text);
      } else {
        String code = findings.getFirst().code();
        changes.apply(current, order, new OrderEvent.Denied(), code, text);
      }
      return Optional.empty();
    }
    Intent ready =
        order.state() == OrderState.UNKNOWN
            ? changes.move(current, order, new OrderEvent.AbsenceProved(), "", "")
            : current;
    Intent sending = changes.apply(ready, leg(ready, named), new OrderEvent.SendBegun(), "");
    return Optional.of(leg(sending, named)).filter(o -> o.state() == OrderState.SENDING);
  }

  private Intent acknowledge(TradingBook book, Order named, SubmitReply reply) {
    Instant now = tools.clock().now();
    OrderChanges changes = new OrderChanges(book, now);
    Intent intent = book.intent(named.name().tradeId()).orElseThrow();
    Order order = leg(intent, named);
    return switch (reply) {
      case SubmitReply.Accepted(String brokerOrderId) ->
          changes.apply(
              OrderChanges.replace(intent, order.known(brokerOrderId)),
              order.known(brokerOrderId),
              new OrderEvent.Accepted(order.progress().done().signum() > 0),
              "");
      case SubmitReply.Rejected(String reason) ->
          changes.apply(intent, order, new OrderEvent.Rejected(), reason);
      case SubmitReply.Unclear(String what) ->
          changes.apply(intent, order, new OrderEvent.ReplyLost(), what);
    };
  }

  private static Order leg(Intent intent, Order named) {
    return intent.orders().get(named.name().number() - 1);
  }
}
