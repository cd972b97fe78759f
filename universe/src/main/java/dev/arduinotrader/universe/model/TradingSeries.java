package dev.arduinotrader.universe.model;

import java.util.List;
import java.util.Optional;

/** Which of a security's series decides: its prices are traded on, and its basis binds. */
public final class TradingSeries {
  /** A long weekend and a day of trouble. */
  private static final int BEHIND_DAYS_MAX = 5;

  private TradingSeries() {}

  /**
   * The series of the source believed first. One that fell behind another is passed over until it
   * has caught up: a source that died must not freeze a price that others know better.
   *
   * @param inOrder one a source, the one believed first before the others
   */
  public static Optional<BarSeries> of(List<BarSeries> inOrder) {
    int newest = inOrder.stream().mapToInt(each -> each.bars().lastDay()).max().orElse(0);
    return inOrder.stream()
        .filter(each -> each.bars().lastDay() >= newest - BEHIND_DAYS_MAX)
        .findFirst();
  }
}
