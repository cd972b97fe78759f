package dev.arduinotrader.trading;

/** How an order's price is bounded. */
public enum OrderType {
  /** Buy at most, sell at least for a price; derived from the market unless somebody names it. */
  LIMIT,
  /** At whatever the market asks or bids; what it takes is only bounded by our own reckoning. */
  MARKET
}
