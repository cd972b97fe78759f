package dev.arduinotrader.planning.model;

import dev.arduinotrader.portfolio.InvestmentPolicy;

/**
 * What a trade is expected to cost, and what it takes or brings in the worst case; all in the base
 * currency.
 *
 * @param fixed per trade
 * @param fraction of the value
 * @param spread half of the distance between bid and ask, a fraction
 * @param exchange a fraction of the value when the currency has to be exchanged
 */
record TradeCosts(double fixed, double fraction, double spread, double exchange) {
  /**
   * Limits of orders lie so far from the price, a fraction; the worst case counts with it. Wide
   * enough that an ordinary next day still fills the order, narrow enough to stop a wrong price.
   */
  static final double LIMIT_DISTANCE = 0.05;

  /** Exchange rates may move so far, a fraction; the same room that trading leaves. */
  private static final double RATE_DISTANCE = 0.01;

  /** A trade is worthwhile when fixed and proportional costs are at most 1 % of its value. */
  private static final double COST_SHARE_MAX = 0.01;

  /** The smallest worthwhile trade where proportional costs alone are above that share. */
  private static final double TICKET_WHEN_DEAR = 1_000;

  static TradeCosts of(InvestmentPolicy.Costs costs) {
    return new TradeCosts(
        costs.fixed().amount().doubleValue(),
        costs.fraction(),
        costs.spreadFraction(),
        costs.exchangeFraction());
  }

  /** The smallest value that is worth trading: 250 at 2.00 and 0.2 %. */
  double ticketMin() {
    return fraction >= COST_SHARE_MAX ? TICKET_WHEN_DEAR : fixed / (COST_SHARE_MAX - fraction);
  }

  /** Fees, spread and exchange of a trade of this value. */
  double expected(double value, boolean foreign) {
    return fixed + value * (fraction + spread + (foreign ? exchange : 0));
  }

  /** The most cash that a purchase can take: executed at its limit, with fees and exchange. */
  double cashTakenAtLimit(double value, boolean foreign) {
    return (value * (1 + LIMIT_DISTANCE) * (1 + fraction) + fixed) * (1 + exchangeAtWorst(foreign));
  }

  /** The least cash that a sale can bring: executed at its limit, less fees and exchange. */
  double cashBroughtAtLimit(double value, boolean foreign) {
    return (value * (1 - LIMIT_DISTANCE) * (1 - fraction) - fixed) * (1 - exchangeAtWorst(foreign));
  }

  /** The largest purchase that this cash pays for in the worst case; may be negative. */
  double valueAffordable(double cash, boolean foreign) {
    return (cash / (1 + exchangeAtWorst(foreign)) - fixed)
        / ((1 + LIMIT_DISTANCE) * (1 + fraction));
  }

  private double exchangeAtWorst(boolean foreign) {
    return foreign ? exchange + RATE_DISTANCE : 0;
  }
}
