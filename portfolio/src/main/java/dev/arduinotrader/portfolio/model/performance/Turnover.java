package dev.arduinotrader.portfolio.model.performance;

import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/** How much of the account was traded. */
public final class Turnover {
  private static final double DAYS_PER_YEAR = 365.0;

  private Turnover() {}

  /**
   * The smaller of purchases and sales over the mean daily value, for a year: money that only came
   * in or went out is no turnover.
   *
   * @param bought in the base currency, at least 0
   * @param sold in the base currency, at least 0
   * @return a fraction a year; empty when the mean value is not above zero or the period has no
   *     length
   */
  public static OptionalDouble perYear(ValueHistory history, double bought, double sold) {
    long days = ChronoUnit.DAYS.between(history.from(), history.to());
    double mean = history.days().stream().mapToDouble(DayValue::value).average().orElse(0);
    if (mean <= 0 || days == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.min(bought, sold) / mean * DAYS_PER_YEAR / days);
  }
}
