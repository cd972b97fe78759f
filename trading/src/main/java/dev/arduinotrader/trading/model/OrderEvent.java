package dev.arduinotrader.trading.model;

import java.math.BigDecimal;

/** Something that can happen to an order, by us or by the broker. */
public sealed interface OrderEvent {
  /** We are about to send it; committed before the first byte leaves. */
  record SendBegun() implements OrderEvent {}

  /**
   * The broker says that it has the order and that it is open.
   *
   * @param partlyFilled whether a part of it has been executed
   */
  record Accepted(boolean partlyFilled) implements OrderEvent {}

  /** The broker refused it, and says so. */
  record Rejected() implements OrderEvent {}

  /** We sent it, and no readable answer came. */
  record ReplyLost() implements OrderEvent {}

  /**
   * A new execution, each told once.
   *
   * @param ordered the quantity of the order, or the amount that an exchange is to buy
   * @param before what was executed before this
   * @param amount what this execution adds, above zero
   */
  record Executed(BigDecimal ordered, BigDecimal before, BigDecimal amount) implements OrderEvent {
    BigDecimal after() {
      return before.add(amount);
    }
  }

  /** The broker goes on with it under another id of its own. */
  record Replaced() implements OrderEvent {}

  /** We want it cancelled. */
  record CancelAsked() implements OrderEvent {}

  /** We asked the broker to cancel it, and no readable answer came. */
  record CancelReplyLost() implements OrderEvent {}

  /** The broker says that it is cancelled. */
  record Cancelled() implements OrderEvent {}

  /** Its time is over: the broker's word once it was sent, our own rule before. */
  record Expired() implements OrderEvent {}

  /** Our gate refused it. */
  record Denied() implements OrderEvent {}

  /** It is proved that the broker does not have it. */
  record AbsenceProved() implements OrderEvent {}
}
