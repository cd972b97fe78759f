package dev.arduinotrader.universe.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an exchange's rules: a holiday, or a day that ends early.
 *
 * @param close the local time at which such a day ends; null for a day without trading
 * @param years in which it holds
 * @param weekdays it holds only when its date falls on one of these
 * @param plusDays the day meant lies so many days from the date
 */
record DayRule(
    String name,
    @Nullable LocalTime close,
    DateRule dates,
    Years years,
    Set<DayOfWeek> weekdays,
    int plusDays,
    Shift shift) {
  /**
   * The years of a rule.
   *
   * @param only if not empty, these and no others
   */
  record Years(int since, int until, Set<Integer> only, Set<Integer> except) {
    static final Years ALL = new Years(0, Integer.MAX_VALUE, Set.of(), Set.of());

    Years {
      only = Set.copyOf(only);
      except = Set.copyOf(except);
    }

    boolean contains(int year) {
      return year >= since
          && year <= until
          && !except.contains(year)
          && (only.isEmpty() || only.contains(year));
    }
  }

  DayRule {
    weekdays = Set.copyOf(weekdays);
  }

  /** The days kept in a year; they may lie in a neighbouring one. */
  List<LocalDate> daysOf(int year, Predicate<LocalDate> taken) {
    List<LocalDate> days = new ArrayList<>();
    if (years.contains(year)) {
      for (LocalDate date : dates.in(year)) {
        if (weekdays.contains(date.getDayOfWeek())) {
          days.add(shift.kept(date.plusDays(plusDays), taken));
        }
      }
    }
    return days;
  }
}
