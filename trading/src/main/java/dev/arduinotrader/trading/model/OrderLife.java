package dev.arduinotrader.trading.model;

import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.model.Transition.Ignored;
import dev.arduinotrader.trading.model.Transition.Incident;
import dev.arduinotrader.trading.model.Transition.Moved;

/**
 * The life of an order: pure, and total over every pair of state and event.
 *
 * <p>Only evidence leads out of UNKNOWN. An execution is a fact and is applied from every state.
 */
public final class OrderLife {
  private static final Ignored KNOWN = new Ignored("known already");
  private static final Ignored OVER = new Ignored("the order is over");
  private static final Ignored NOT_SENT = new Ignored("nothing was sent");

  private OrderLife() {}

  /** What the event does to an order in this state. */
  public static Transition next(OrderState state, OrderEvent event) {
    return switch (event) {
      case OrderEvent.SendBegun() -> sendBegun(state);
      case OrderEvent.Accepted(boolean partlyFilled) -> accepted(state, partlyFilled);
      case OrderEvent.Rejected() -> rejected(state);
      case OrderEvent.ReplyLost() -> replyLost(state);
      case OrderEvent.Executed executed -> executed(state, executed);
      case OrderEvent.Replaced() -> replaced(state);
      case OrderEvent.CancelAsked() -> cancelAsked(state);
      case OrderEvent.CancelReplyLost() -> cancelReplyLost(state);
      case OrderEvent.Cancelled() -> closed(state, OrderState.CANCELLED);
      case OrderEvent.Expired() ->
          state == OrderState.INTENDED
              ? new Moved(OrderState.EXPIRED)
              : closed(state, OrderState.EXPIRED);
      case OrderEvent.Denied() -> denied(state);
      case OrderEvent.AbsenceProved() -> absenceProved(state);
    };
  }

  /** ABSENT may be sent once more: under the same client order id, which the broker never saw. */
  private static Transition sendBegun(OrderState state) {
    return switch (state) {
      case INTENDED, ABSENT -> new Moved(OrderState.SENDING);
      case SENDING,
          ACCEPTED,
          PARTIALLY_FILLED,
          FILLED,
          CANCEL_REQUESTED,
          CANCEL_UNKNOWN,
          CANCELLED,
          EXPIRED,
          REJECTED,
          DENIED,
          UNKNOWN ->
          new Ignored("it was sent or refused before");
    };
  }

  private static Transition accepted(OrderState state, boolean partlyFilled) {
    OrderState open = partlyFilled ? OrderState.PARTIALLY_FILLED : OrderState.ACCEPTED;
    return switch (state) {
      case SENDING, UNKNOWN, CANCEL_UNKNOWN -> new Moved(open);
      case INTENDED, DENIED, ABSENT ->
          new Incident(open, "the broker has an order that we believe was never sent");
      case ACCEPTED, PARTIALLY_FILLED -> KNOWN;
      case CANCEL_REQUESTED -> new Ignored("its cancellation is under way");
      case FILLED, CANCELLED, EXPIRED, REJECTED -> OVER;
    };
  }

  private static Transition rejected(OrderState state) {
    return switch (state) {
      case SENDING, UNKNOWN, ACCEPTED, CANCEL_REQUESTED, CANCEL_UNKNOWN ->
          new Moved(OrderState.REJECTED);
      case PARTIALLY_FILLED ->
          new Incident(OrderState.REJECTED, "the broker rejected an order it had partly executed");
      case INTENDED, DENIED, ABSENT ->
          new Incident(
              OrderState.REJECTED, "the broker rejected an order that we believe was never sent");
      case FILLED ->
          new Incident(OrderState.FILLED, "the broker rejected an order it had fully executed");
      case REJECTED -> KNOWN;
      case CANCELLED, EXPIRED -> OVER;
    };
  }

  private static Transition replyLost(OrderState state) {
    return switch (state) {
      case SENDING -> new Moved(OrderState.UNKNOWN);
      case INTENDED -> NOT_SENT;
      case UNKNOWN,
          ACCEPTED,
          PARTIALLY_FILLED,
          FILLED,
          CANCEL_REQUESTED,
          CANCEL_UNKNOWN,
          CANCELLED,
          EXPIRED,
          REJECTED,
          DENIED,
          ABSENT ->
          KNOWN;
    };
  }

  private static Transition executed(OrderState state, OrderEvent.Executed event) {
    int beyond = event.after().compareTo(event.ordered());
    if (beyond > 0) {
      return new Incident(
          OrderState.FILLED,
          "executed %s of %s ordered"
              .formatted(event.after().toPlainString(), event.ordered().toPlainString()));
    }
    boolean complete = beyond == 0;
    return switch (state) {
      case SENDING, UNKNOWN, ACCEPTED, PARTIALLY_FILLED ->
          new Moved(complete ? OrderState.FILLED : OrderState.PARTIALLY_FILLED);
      case CANCEL_REQUESTED, CANCEL_UNKNOWN -> new Moved(complete ? OrderState.FILLED : state);
      case INTENDED, DENIED, ABSENT ->
          new Incident(
              complete ? OrderState.FILLED : OrderState.PARTIALLY_FILLED,
              "the broker executed an order that we believe was never sent");
      case CANCELLED, EXPIRED, REJECTED ->
          new Incident(
              complete ? OrderState.FILLED : state,
              "a late execution of an order that was " + state);
      case FILLED ->
          new Incident(OrderState.FILLED, "a further execution of an order that was FILLED");
    };
  }

  /** What the new order is like nobody has said; one that lives on after its end is in doubt. */
  private static Transition replaced(OrderState state) {
    return switch (state) {
      case SENDING, UNKNOWN, ACCEPTED, PARTIALLY_FILLED, CANCEL_REQUESTED, CANCEL_UNKNOWN, FILLED ->
          new Incident(state, "the broker replaced the order by one with another id");
      case INTENDED, DENIED, ABSENT ->
          new Incident(
              OrderState.UNKNOWN, "the broker replaced an order that we believe was never sent");
      case CANCELLED, EXPIRED, REJECTED ->
          new Incident(OrderState.UNKNOWN, "the broker replaced an order that was " + state);
    };
  }

  private static Transition cancelAsked(OrderState state) {
    return switch (state) {
      case INTENDED -> new Moved(OrderState.CANCELLED);
      case ACCEPTED, PARTIALLY_FILLED, CANCEL_UNKNOWN -> new Moved(OrderState.CANCEL_REQUESTED);
      case CANCEL_REQUESTED -> KNOWN;
      case SENDING, UNKNOWN -> new Ignored("what the broker knows of it must be found out first");
      case FILLED, CANCELLED, EXPIRED, REJECTED, DENIED, ABSENT -> OVER;
    };
  }

  private static Transition cancelReplyLost(OrderState state) {
    return switch (state) {
      case CANCEL_REQUESTED -> new Moved(OrderState.CANCEL_UNKNOWN);
      case INTENDED -> NOT_SENT;
      case SENDING,
          UNKNOWN,
          ACCEPTED,
          PARTIALLY_FILLED,
          FILLED,
          CANCEL_UNKNOWN,
          CANCELLED,
          EXPIRED,
          REJECTED,
          DENIED,
          ABSENT ->
          KNOWN;
    };
  }

  /** The broker says that the order ended unexecuted, or with what was executed before. */
  private static Transition closed(OrderState state, OrderState end) {
    return switch (state) {
      case SENDING, UNKNOWN, ACCEPTED, PARTIALLY_FILLED, CANCEL_REQUESTED, CANCEL_UNKNOWN ->
          new Moved(end);
      case INTENDED, DENIED, ABSENT ->
          new Incident(end, "the broker closed an order that we believe was never sent");
      case FILLED ->
          new Incident(OrderState.FILLED, "the broker says " + end + " of a fully executed order");
      case CANCELLED, EXPIRED, REJECTED -> state == end ? KNOWN : OVER;
    };
  }

  private static Transition denied(OrderState state) {
    return switch (state) {
      case INTENDED -> new Moved(OrderState.DENIED);
      case SENDING,
          UNKNOWN,
          ACCEPTED,
          PARTIALLY_FILLED,
          FILLED,
          CANCEL_REQUESTED,
          CANCEL_UNKNOWN,
          CANCELLED,
          EXPIRED,
          REJECTED,
          DENIED,
          ABSENT ->
          new Ignored("the gate speaks before an order is sent, not after");
    };
  }

  private static Transition absenceProved(OrderState state) {
    return switch (state) {
      case SENDING, UNKNOWN -> new Moved(OrderState.ABSENT);
      case ACCEPTED, PARTIALLY_FILLED, CANCEL_REQUESTED, CANCEL_UNKNOWN ->
          new Incident(
              OrderState.UNKNOWN,
              "the broker does not know an order any more that it had accepted");
      case INTENDED -> NOT_SENT;
      case ABSENT -> KNOWN;
      case FILLED, CANCELLED, EXPIRED, REJECTED, DENIED -> OVER;
    };
  }
}
