package dev.arduinotrader.portfolio;

import java.time.Duration;

/**
 * What slows trading down or stops it, whatever a plan says. Exchanges of currencies do not count.
 *
 * @param tradesPerHourMax within any 60 minutes, 1 to 1,000
 * @param tradesPerDayMax within any 24 hours, 1 to 1,000
 * @param tradesPerWeekMax within any 7 days, 1 to 1,000
 * @param turnoverDayMax what is bought and sold within any 24 hours, as a share of what the account
 *     is worth; above 0, up to 10
 * @param lossNoSales from this loss of the day on nothing is sold, such as 0.02; above 0, up to 1
 * @param lossNoTrades from this loss of the day on nothing is traded, such as 0.05; above 0, up to
 *     1
 * @param planAgeMax an older plan is not carried out; above zero and up to 7 days
 * @param costShareMax what an order's fees may be of its value, which makes the smallest sensible
 *     order; above 0, up to 1
 */
public record TradingGuards(
    int tradesPerHourMax,
    int tradesPerDayMax,
    int tradesPerWeekMax,
    double turnoverDayMax,
    double lossNoSales,
    double lossNoTrades,
    Duration planAgeMax,
    double costShareMax) {

  /** Room for a deposit to be invested in one day, and for little more. */
  public static final TradingGuards DEFAULT =
      new TradingGuards(10, 20, 40, 1.5, 0.02, 0.05, Duration.ofHours(1), 0.01);
}
