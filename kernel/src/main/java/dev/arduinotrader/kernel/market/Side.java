package dev.arduinotrader.kernel.market;

/** Which way an order goes. */
public enum Side {
  BUY,
  SELL;

  /** +1 for a purchase, -1 for a sale: what it does to the holding. */
  public int sign() {
    return this == BUY ? 1 : -1;
  }
}
