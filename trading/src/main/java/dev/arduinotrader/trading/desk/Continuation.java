package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.model.Gate;
import dev.arduinotrader.trading.model.GateCheck;
import dev.arduinotrader.trading.model.GateFacts;
import dev.arduinotrader.trading.model.GateVerdict;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderEvent;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.TradeDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Goes on with trades whose next order is not at the broker: the security after its exchange, and
 * what a crash left behind. Every order passes the gate again.
 */
final class Continuation {
  /** An order that could not be sent for so long is not wanted any more. */
  private static final Duration WANTED_FOR = Duration.ofDays(1);

  /** What may be over at the next look; everything else is decided now. */
  private static final Set<GateCheck> PASSING =
      EnumSet.of(
          GateCheck.BOOKS_BEHIND,
          GateCheck.PORTFOLIO_UNREACHABLE,
          GateCheck.UNIVERSE_UNREACHABLE,
          GateCheck.MARKET_CLOSED);

  private final DeskTools tools;
  private final FactsFinder facts;
  private final OrderSender sender;

  Continuation(DeskTools tools, FactsFinder facts, OrderSender sender) {
    this.tools = tools;
    this.facts = facts;
    this.sender = sender;
  }

  /** Sends whatever's turn it is; says whether anything was sent. */
  boolean sendNext(CallContext context, Result<Long> booked) {
    boolean sent = false;
    for (Intent intent : tools.store().read(book -> book.active(context.account()))) {
      Optional<Order> next = intent.nextToSend();
      if (next.isPresent()) {
        sent |= send(context, intent, next.get(), booked);
      }
    }
    return sent;
  }

  private boolean send(CallContext context, Intent intent, Order order, Result<Long> booked) {
    if (isOutdated(order)) {
      change(order, new OrderEvent.Expired(), "", "could not be sent within a day");
      return false;
    }
    GateFacts seen = find(context, intent, order, booked);
    GateVerdict verdict = Gate.check(seen);
    if (verdict.passes()) {
      Optional<TradeDraft.Leg> passed = legFor(intent, order, verdict);
      if (passed.isPresent()) {
        return sender.send(context, order, passed.get(), seen);
      }
      change(order, new OrderEvent.CancelAsked(), "", "would need other orders now");
      return false;
    }
    if (!isPassing(verdict)) {
      String stays =
          order.name().number() > 1 ? "\nThe exchanged money stays in its currency." : "";
      change(
          order,
          new OrderEvent.Denied(),
          verdict.code(),
          GateVerdict.text(verdict.findings()) + stays);
    }
    return false;
  }

  /**
   * Decides about orders that are proved never to have reached the broker: sent once more under the
   * same client order id where that is safe and still wanted, else over.
   */
  boolean sendAgain(CallContext context, List<Order> absent, Result<Long> booked) {
    boolean sent = false;
    for (Order order : absent) {
      Intent intent = tools.store().read(book -> book.intent(order.name().tradeId())).orElseThrow();
      GateFacts seen = find(context, intent, order, booked);
      Optional<TradeDraft.Leg> passed =
          tools.broker().abilities(context.account()).dedupesClientIds() && !isOutdated(order)
              ? passedAgain(intent, order, seen)
              : Optional.empty();
      if (passed.isPresent()) {
        sent |= sender.send(context, order, passed.get(), seen);
      } else {
        change(order, new OrderEvent.AbsenceProved(), "", "it never reached the broker");
      }
    }
    return sent;
  }

  private static Optional<TradeDraft.Leg> passedAgain(Intent intent, Order order, GateFacts seen) {
    GateVerdict verdict = Gate.check(seen);
    return verdict.passes() ? legFor(intent, order, verdict) : Optional.empty();
  }

  private boolean isOutdated(Order order) {
    Instant now = tools.clock().now();
    return Duration.between(order.progress().turnAt(), now).compareTo(WANTED_FOR) > 0;
  }

  private GateFacts find(CallContext context, Intent intent, Order order, Result<Long> booked) {
    return facts.find(
        context,
        intent.command(),
        turn(intent, order),
        intent.tradeId(),
        intent.createdAt(),
        booked);
  }

  private static GateFacts.Turn turn(Intent intent, Order order) {
    if (order.terms() instanceof ExchangeTerms terms && intent.orders().size() == 1) {
      return new GateFacts.Turn.Exchanging(terms);
    }
    if (intent.closing()) {
      return new GateFacts.Turn.Flattening();
    }
    return order.name().number() == 1
        ? new GateFacts.Turn.NewTrade()
        : new GateFacts.Turn.AfterExchange(Objects.requireNonNull(order.costMax()));
  }

  /** The order's new terms, when the trade would still be made of the same orders. */
  private static Optional<TradeDraft.Leg> legFor(Intent intent, Order order, GateVerdict verdict) {
    List<TradeDraft.Leg> legs = Objects.requireNonNull(verdict.draft()).legs();
    int before = order.name().number() - 1;
    boolean sameOrders =
        legs.size() == intent.orders().size() - before
            && legs.getFirst().terms().kind() == order.terms().kind();
    return sameOrders ? Optional.of(legs.getFirst()) : Optional.empty();
  }

  private static boolean isPassing(GateVerdict verdict) {
    return verdict.findings().stream()
        .allMatch(finding -> PASSING.contains(GateCheck.valueOf(finding.code())));
  }

  private void change(Order order, OrderEvent event, String code, String note) {
    tools
        .store()
        .write(
            book -> {
              Intent intent = book.intent(order.name().tradeId()).orElseThrow();
              Order current = intent.orders().get(order.name().number() - 1);
              return new OrderChanges(book, tools.clock().now())
                  .apply(intent, current, event, code, note);
            });
  }
}
