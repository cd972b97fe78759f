package dev.arduinotrader.universe.model.sample;

import java.time.LocalDate;

/** The days on which a security announces dividends and trades without them, one after another. */
final class DividendCalendar {
  static final int ANNOUNCED_DAYS_BEFORE = 28;
  static final int PAID_DAYS_AFTER = 14;

  private static final int MONTHS = 12;
  private static final int FIRST_DAY_OF_MONTH = 5;
  private static final int DAYS_OF_MONTH = 16;

  private final Weekdays weekdays;
  private final int monthsBetween;
  private final int dayOfMonth;
  private LocalDate month;
  private int exDay;

  /**
   * @param perYear 0, 1, 2 or 4
   * @param when the place in the year, between 0 and 1
   */
  DividendCalendar(Weekdays weekdays, int perYear, double when) {
    this.weekdays = weekdays;
    monthsBetween = perYear == 0 ? 0 : MONTHS / perYear;
    dayOfMonth = FIRST_DAY_OF_MONTH + (int) (when * MONTHS * DAYS_OF_MONTH) % DAYS_OF_MONTH;
    // Two months later than the first bar at least, so that the announcement has its place.
    month =
        LocalDate.ofEpochDay(weekdays.firstMonday())
            .withDayOfMonth(1)
            .plusMonths(2 + (int) (when * monthsBetween));
    exDay = perYear == 0 ? Integer.MAX_VALUE : exDayIn(month);
  }

  boolean announcedOn(int epochDay) {
    return epochDay == exDay - ANNOUNCED_DAYS_BEFORE;
  }

  boolean exOn(int epochDay) {
    return epochDay == exDay;
  }

  int exDay() {
    return exDay;
  }

  /** Goes on to the dividend after this one. */
  void next() {
    month = month.plusMonths(monthsBetween);
    exDay = exDayIn(month);
  }

  private int exDayIn(LocalDate anyMonth) {
    int day = Math.toIntExact(anyMonth.withDayOfMonth(dayOfMonth).toEpochDay());
    while (!weekdays.isWeekday(day)) {
      day++;
    }
    return day;
  }
}
