package dev.arduinotrader.universe.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Where a holiday goes that falls on a weekend. */
enum Shift {
  /** Nowhere: it is lost. */
  NONE,
  /** From Saturday to Friday, from Sunday to Monday. */
  NEAREST_WEEKDAY,
  SUNDAY_TO_MONDAY,
  WEEKEND_TO_MONDAY,
  WEEKEND_TO_FRIDAY,
  /** To the next weekday that is no holiday yet. */
  WEEKEND_TO_FREE,
  /** From Sunday, or from another holiday, to the next weekday that is no holiday yet. */
  SUNDAY_TO_FREE;

  /**
   * The day on which a date is kept.
   *
   * @param taken whether a date is a holiday already
   */
  LocalDate kept(LocalDate date, Predicate<LocalDate> taken) {
    DayOfWeek day = date.getDayOfWeek();
    boolean saturday = day == DayOfWeek.SATURDAY;
    boolean sunday = day == DayOfWeek.SUNDAY;
    return switch (this) {
      case NONE -> date;
      case NEAREST_WEEKDAY -> saturday ? date.minusDays(1) : sunday ? date.plusDays(1) : date;
      case SUNDAY_TO_MONDAY -> sunday ? date.plusDays(1) : date;
      case WEEKEND_TO_MONDAY -> saturday ? date.plusDays(2) : sunday ? date.plusDays(1) : date;
      case WEEKEND_TO_FRIDAY -> saturday ? date.minusDays(1) : sunday ? date.minusDays(2) : date;
      case WEEKEND_TO_FREE -> saturday || sunday ? free(date, taken) : date;
      case SUNDAY_TO_FREE -> sunday || taken.test(date) ? free(date, taken) : date;
    };
  }

  private static LocalDate free(LocalDate date, Predicate<LocalDate> taken) {
    LocalDate next = date;
    while (isWeekend(next) || taken.test(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }
}
