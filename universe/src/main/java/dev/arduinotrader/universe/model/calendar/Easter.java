package dev.arduinotrader.universe.model.calendar;

import java.time.LocalDate;

/** Easter Sunday by the two reckonings, as dates of the Gregorian calendar, 1900 to 2099. */
final class Easter {
  /** From the Julian to the Gregorian calendar, from 1900 to 2099. */
  private static final int JULIAN_LAG_DAYS = 13;

  private Easter() {}

  /** By the western churches: the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
  static LocalDate western(int year) {
    int golden = year % 19;
    int century = year / 100;
    int rest = year % 100;
    int correction = (century + 8) / 25;
    int moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    int late = (golden + 11 * moon + 22 * weekday) / 451;
    int days = moon + weekday - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }

  /** By the eastern churches: Meeus's algorithm for the Julian calendar. */
  static LocalDate orthodox(int year) {
    int moon = (19 * (year % 19) + 15) % 30;
    int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int days = moon + weekday + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(JULIAN_LAG_DAYS);
  }
}
