package dev.arduinotrader.portfolio.model.performance;

import java.time.LocalDate;
import java.util.List;

/** An account's daily values, oldest first, each day at most once. */
public record ValueHistory(List<DayValue> days) {
  /**
   * Checks the days.
   *
   * @throws IllegalArgumentException when there is no day or the dates do not strictly increase
   */
  public ValueHistory {
    days = List.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("expected at least one day, found none");
    }
    for (int i = 1; i < days.size(); i++) {
      LocalDate before = days.get(i - 1).date();
      LocalDate date = days.get(i).date();
      if (!before.isBefore(date)) {
        throw new IllegalArgumentException(
            "expected strictly increasing dates, found " + date + " after " + before);
      }
    }
  }

  public LocalDate from() {
    return days.getFirst().date();
  }

  public LocalDate to() {
    return days.getLast().date();
  }
}
