package dev.arduinotrader.universe;

/** When an exchange's brokers take orders to buy; an order to sell always needs an open market. */
public enum BuyRule {
  /** Only while the market is open: orders at other hours are rejected. */
  STRICT,
  /** At any hour: the order waits for the next session. */
  FLEXIBLE
}
