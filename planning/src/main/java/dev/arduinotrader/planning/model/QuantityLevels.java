package dev.arduinotrader.planning.model;

import java.util.ArrayList;
import java.util.List;

/** How many lots the levels of a trade have: a third, two thirds and the whole of it. */
final class QuantityLevels {
  private static final int LEVELS = 3;
  private static final double ROUNDING = 1e-9;

  private QuantityLevels() {}

  /**
   * The levels, smallest first, each at least the minimum ticket; empty when the whole is below it.
   *
   * @param lotsMax of the whole
   */
  static List<Long> of(long lotsMax, double lotValue, double ticketMin) {
    long lotsMin = Math.max(1, lotsUp(ticketMin, lotValue));
    List<Long> levels = new ArrayList<>();
    for (int level = 1; level <= LEVELS; level++) {
      long lots = Math.max(lotsMin, lotsMax * level / LEVELS);
      if (lots <= lotsMax && (levels.isEmpty() || lots > levels.getLast())) {
        levels.add(lots);
      }
    }
    return levels;
  }

  /** The largest number of lots whose value is not above this. */
  static long lotsDown(double value, double lotValue) {
    return (long) Math.floor(value / lotValue + ROUNDING);
  }

  /** The smallest number of lots whose value is not below this. */
  static long lotsUp(double value, double lotValue) {
    return (long) Math.ceil(value / lotValue - ROUNDING);
  }

  /** The number of lots whose value is nearest to this; the smaller one of two. */
  static long lotsNearest(double value, double lotValue) {
    return (long) Math.ceil(value / lotValue - 0.5 - ROUNDING);
  }
}
