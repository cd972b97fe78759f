package dev.arduinotrader.brokers.tradernet;

/** How an order stands, from the broker's status code. */
public enum TradernetOrderStatus {
  /** On its way, working, or of a code that nobody knows: it may still be executed. */
  LIVE,
  /** A cancellation was asked for; it may still be executed. */
  CANCELLING,
  PARTLY_FILLED,
  FILLED,
  /** Perhaps partly filled before. */
  CANCELLED,
  /** Perhaps partly filled before. */
  EXPIRED,
  REJECTED;

  /** Of a code; one that is not known, and a failed cancellation (75), leave the order live. */
  static TradernetOrderStatus of(long code) {
    return switch (Math.clamp(code, -1, Integer.MAX_VALUE)) {
      case 2 -> CANCELLING;
      case 12, 20 -> PARTLY_FILLED;
      case 21 -> FILLED;
      case 30, 31 -> CANCELLED;
      case 71, 72 -> EXPIRED;
      case 0, 70, 74 -> REJECTED;
      default -> LIVE;
    };
  }

  /** Whether it can be executed no more. */
  public boolean isEnded() {
    return this == FILLED || this == CANCELLED || this == EXPIRED || this == REJECTED;
  }
}
