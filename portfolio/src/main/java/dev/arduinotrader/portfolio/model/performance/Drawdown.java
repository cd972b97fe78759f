package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.portfolio.model.performance.TimeWeighted.DayReturn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fall of the time-weighted wealth below its highest point so far, until that point is reached
 * again.
 *
 * @param peak the last day at the highest point; the day before the first return for a fall from
 *     the start
 * @param trough the day of the deepest point
 * @param recovered the first day at or above the peak, absent while it lasts
 * @param depth how far below the peak, a fraction below zero: -0.2 is a fifth lost
 */
public record Drawdown(
    LocalDate peak, LocalDate trough, Optional<LocalDate> recovered, double depth) {

  /** All falls, the deepest first, those of equal depth by their peak. */
  public static List<Drawdown> of(LocalDate start, List<DayReturn> returns) {
    List<Drawdown> falls = new ArrayList<>();
    LocalDate peak = start;
    LocalDate trough = start;
    double wealth = 1;
    double highest = 1;
    double depth = 0;
    for (DayReturn day : returns) {
      wealth *= 1 + day.value();
      if (wealth >= highest) {
        if (depth < 0) {
          falls.add(new Drawdown(peak, trough, Optional.of(day.date()), depth));
        }
        highest = wealth;
        peak = day.date();
        depth = 0;
      } else if (wealth / highest - 1 < depth) {
        depth = wealth / highest - 1;
        trough = day.date();
      }
    }
    if (depth < 0) {
      falls.add(new Drawdown(peak, trough, Optional.empty(), depth));
    }
    falls.sort(Comparator.comparingDouble(Drawdown::depth).thenComparing(Drawdown::peak));
    return List.copyOf(falls);
  }
}
