package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;

/**
 * One possible trade. Of the candidates of one asset at most one enters a plan.
 *
 * @param asset number of the asset in the state
 * @param quantity a whole number of lots
 * @param value in the base currency at the price of the snapshot
 * @param cost fees, spread and exchange in the base currency
 * @param cashAtLimit what it adds to the spendable cash in the worst case; negative for purchases
 * @param priority larger is sooner
 */
record Candidate(
    int asset,
    Side side,
    Quantity quantity,
    double value,
    double cost,
    double cashAtLimit,
    double priority) {

  boolean isBuy() {
    return side == Side.BUY;
  }

  /** What it adds to the holding's value. */
  double signedValue() {
    return side.sign() * value;
  }
}
