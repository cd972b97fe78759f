package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Price;
import java.time.Instant;

/**
 * What a security cost at an instant.
 *
 * @param price the last trade or the close
 * @param at when it was made: the session's open or close, or the quote's instant
 * @param basis what has been worked into it
 * @param source who says so, such as sample-market or file:prices.csv
 * @param orders the best bid and ask then, in the price's unit
 */
public record Quote(
    Isin isin, Price price, Instant at, PriceBasis basis, String source, BestOrders orders) {
  /** A quote of a source that tells of no orders. */
  public Quote(Isin isin, Price price, Instant at, PriceBasis basis, String source) {
    this(isin, price, at, basis, source, BestOrders.UNTOLD);
  }
}
