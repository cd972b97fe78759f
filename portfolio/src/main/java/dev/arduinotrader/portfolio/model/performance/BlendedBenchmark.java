package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.portfolio.PerformanceQuery.BenchmarkPart;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Securities whose weights are kept every day.
 *
 * @param market their total-return closes
 */
record BlendedBenchmark(List<BenchmarkPart> parts, MarketHistory market) {

  /** Why there is no value on a day; empty when every part has one. */
  String whyNone(LocalDate day) {
    for (BenchmarkPart part : parts) {
      if (market.unitValue(part.isin(), day).isEmpty()) {
        return "the benchmark has no value on %s: %s"
            .formatted(day, market.whyNone(part.isin(), day));
      }
    }
    return "";
  }

  /** A part's return from one day to the next, in the base currency. */
  double returnOf(BenchmarkPart part, LocalDate before, LocalDate day) {
    OptionalDouble start = market.unitValue(part.isin(), before);
    OptionalDouble end = market.unitValue(part.isin(), day);
    return end.orElseThrow() / start.orElseThrow() - 1;
  }

  /** The whole return from one day to the next. */
  double dayReturn(LocalDate before, LocalDate day) {
    double sum = 0;
    for (BenchmarkPart part : parts) {
      sum += part.weight() * returnOf(part, before, day);
    }
    return sum;
  }

  /** What 1 at the first day became. */
  NavigableMap<LocalDate, Double> levels(List<LocalDate> days) {
    NavigableMap<LocalDate, Double> levels = new TreeMap<>();
    double level = 1;
    levels.put(days.getFirst(), level);
    for (int i = 1; i < days.size(); i++) {
      level *= 1 + dayReturn(days.get(i - 1), days.get(i));
      levels.put(days.get(i), level);
    }
    return levels;
  }
}
