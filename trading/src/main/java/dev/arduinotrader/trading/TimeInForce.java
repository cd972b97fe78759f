package dev.arduinotrader.trading;

/** How long an order stands. */
public enum TimeInForce {
  /** Until the exchange closes. */
  DAY,
  /** Until it is cancelled, or for as long as the broker keeps orders. */
  GTC,
  /** What can be executed at once; the rest is cancelled. */
  IOC,
  /** Executed wholly at once, or not at all. */
  FOK
}
