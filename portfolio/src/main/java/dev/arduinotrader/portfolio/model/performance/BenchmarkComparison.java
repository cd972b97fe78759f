package dev.arduinotrader.portfolio.model.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What the same flows would have become in a benchmark.
 *
 * @param history the benchmark's account: bought for the first value, and for every flow on its day
 */
public record BenchmarkComparison(ValueHistory history) {

  /**
   * Puts the account's flows into the benchmark.
   *
   * @param levels the benchmark's total-return level by date, each above zero; a day without one
   *     has the level of the latest day before
   * @return empty when there is no level on or before the first day
   */
  public static Optional<BenchmarkComparison> of(
      ValueHistory account, NavigableMap<LocalDate, Double> levels) {
    if (levels.floorKey(account.from()) == null) {
      return Optional.empty();
    }
    List<DayValue> days = new ArrayList<>();
    double units = 0;
    for (DayValue day : account.days()) {
      double level = levels.floorEntry(day.date()).getValue();
      double flow = days.isEmpty() ? day.value() : day.flow();
      units += flow / level;
      days.add(new DayValue(day.date(), units * level, flow));
    }
    return Optional.of(new BenchmarkComparison(new ValueHistory(days)));
  }

  /** What the account ended with beyond what the benchmark would have, in the base currency. */
  public double ahead(ValueHistory account) {
    return account.days().getLast().value() - history.days().getLast().value();
  }
}
