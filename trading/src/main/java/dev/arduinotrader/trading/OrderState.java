package dev.arduinotrader.trading;

/** Where an order is in its life. Denied, rejected and unknown are three different things. */
public enum OrderState {
  /** Stored, nothing sent. */
  INTENDED,
  /** The send has begun; what the broker knows is open until it answers. */
  SENDING,
  /** The broker has it. */
  ACCEPTED,
  PARTIALLY_FILLED,
  FILLED,
  /** We asked the broker to cancel it. */
  CANCEL_REQUESTED,
  /** We asked, and do not know whether it was cancelled. */
  CANCEL_UNKNOWN,
  CANCELLED,
  EXPIRED,
  /** Refused by the broker, with proof. */
  REJECTED,
  /** Refused by our own gate; never sent. */
  DENIED,
  /** Sent, and nobody can say yet whether the broker has it; only evidence leads out. */
  UNKNOWN,
  /** Proved never to have reached the broker. */
  ABSENT;

  /** True when nothing more is expected; a late fill is applied all the same. */
  public boolean isTerminal() {
    return switch (this) {
      case FILLED, CANCELLED, EXPIRED, REJECTED, DENIED, ABSENT -> true;
      case INTENDED,
          SENDING,
          ACCEPTED,
          PARTIALLY_FILLED,
          CANCEL_REQUESTED,
          CANCEL_UNKNOWN,
          UNKNOWN ->
          false;
    };
  }
}
