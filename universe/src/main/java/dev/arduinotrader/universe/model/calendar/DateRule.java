package dev.arduinotrader.universe.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Which dates of a year a rule means, before anything is moved. */
sealed interface DateRule {
  /** Its dates in a year, in order; may be empty. */
  List<LocalDate> in(int year);

  /** The same date every year. */
  record Fixed(MonthDay day) implements DateRule {
    @Override
    public List<LocalDate> in(int year) {
      return List.of(day.atYear(year));
    }
  }

  /** A distance from Easter Sunday, in days. */
  record FromEaster(boolean orthodox, int days) implements DateRule {
    @Override
    public List<LocalDate> in(int year) {
      return List.of((orthodox ? Easter.orthodox(year) : Easter.western(year)).plusDays(days));
    }
  }

  /**
   * Such as the third Monday of a month.
   *
   * @param ordinal 1 to 4, or -1 for the last one
   */
  record WeekdayOfMonth(int ordinal, DayOfWeek weekday, Month month) implements DateRule {
    @Override
    public List<LocalDate> in(int year) {
      return List.of(
          LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
    }
  }

  /** The first such weekday on or after a date. */
  record WeekdayFrom(DayOfWeek weekday, MonthDay day) implements DateRule {
    @Override
    public List<LocalDate> in(int year) {
      return List.of(day.atYear(year).with(TemporalAdjusters.nextOrSame(weekday)));
    }
  }

  /** Dates that follow no rule. */
  record Listed(List<LocalDate> dates) implements DateRule {
    public Listed {
      dates = List.copyOf(dates);
    }

    @Override
    public List<LocalDate> in(int year) {
      return dates.stream().filter(date -> date.getYear() == year).toList();
    }
  }
}
