package dev.arduinotrader.universe.model.sample;

/**
 * Numbers Mondays to Fridays from a first Monday; the sample market has no holidays.
 *
 * @param firstMonday days since 1970-01-01
 */
record Weekdays(int firstMonday) {
  private static final int WEEK = 7;
  private static final int WORKING = 5;

  /** A year's average: 365.2425 days times 5/7, rounded. */
  static final double PER_YEAR = 261;

  /** The number of the last weekday at or before a day; negative before the first Monday. */
  int lastUntil(long epochDay) {
    long days = epochDay - firstMonday;
    long week = Math.floorDiv(days, (long) WEEK);
    return Math.toIntExact(week * WORKING + Math.min(Math.floorMod(days, WEEK), WORKING - 1));
  }

  /** The day of a number, as days since 1970-01-01. */
  int epochDay(int number) {
    return firstMonday + Math.floorDiv(number, WORKING) * WEEK + Math.floorMod(number, WORKING);
  }

  boolean isWeekday(long epochDay) {
    return Math.floorMod(epochDay - firstMonday, WEEK) < WORKING;
  }
}
