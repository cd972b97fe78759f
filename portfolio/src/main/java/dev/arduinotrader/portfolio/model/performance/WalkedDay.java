package dev.arduinotrader.portfolio.model.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * An account at the end of a day, part by part, in the base currency.
 *
 * @param nodes every part that had a value or moved
 * @param sums of that day's movements
 * @param unknown why the day's value is not known; empty when it is
 */
record WalkedDay(LocalDate date, SortedMap<Node, NodeDay> nodes, Sums sums, List<String> unknown) {

  /**
   * One part of the account.
   *
   * @param value at the end of the day
   * @param moved what came from other parts of the account less what went to them
   * @param external what came from the owner less what went there
   */
  record NodeDay(double value, double moved, double external) {
    static final NodeDay NONE = new NodeDay(0, 0, 0);
  }

  /** Sums of a day's movements, at the rates of that day. */
  record Sums(
      double bought,
      double sold,
      double dividends,
      double interest,
      double commissions,
      double fees,
      double taxes,
      int adjustments) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          bought + other.bought,
          sold + other.sold,
          dividends + other.dividends,
          interest + other.interest,
          commissions + other.commissions,
          fees + other.fees,
          taxes + other.taxes,
          adjustments + other.adjustments);
    }

    double income() {
      return dividends + interest;
    }

    double costs() {
      return commissions + fees + taxes;
    }
  }

  boolean isKnown() {
    return unknown.isEmpty();
  }

  DayValue value() {
    double value = 0;
    double flow = 0;
    for (NodeDay node : nodes.values()) {
      value += node.value();
      flow += node.external();
    }
    return new DayValue(date, value, flow);
  }
}
