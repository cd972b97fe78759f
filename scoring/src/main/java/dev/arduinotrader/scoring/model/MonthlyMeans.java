package dev.arduinotrader.scoring.model;

import dev.arduinotrader.kernel.market.PriceSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The arithmetic mean of the closes of each calendar month that has any, oldest first. */
public final class MonthlyMeans {
  private static final int MONTHS_PER_YEAR = 12;
  private static final int GROWTH_MONTHS_MIN = 12;

  private final int[] months;
  private final double[] means;

  private MonthlyMeans(int[] months, double[] means) {
    this.months = months;
    this.means = means;
  }

  public static MonthlyMeans of(PriceSeries closes) {
    int[] months = new int[closes.size()];
    double[] means = new double[closes.size()];
    int found = 0;
    int index = 0;
    while (index < closes.size()) {
      LocalDate first = closes.date(index);
      long nextMonth = first.withDayOfMonth(1).plusMonths(1).toEpochDay();
      double sum = 0;
      int start = index;
      while (index < closes.size() && closes.epochDay(index) < nextMonth) {
        sum += closes.close(index++);
      }
      months[found] = first.getYear() * MONTHS_PER_YEAR + first.getMonthValue();
      means[found++] = sum / (index - start);
    }
    return new MonthlyMeans(Arrays.copyOf(months, found), Arrays.copyOf(means, found));
  }

  /** How many months have a close. */
  public int count() {
    return months.length;
  }

  /**
   * The compound annual growth rate from the first to the last of the latest {@code monthsMax}
   * months, a fraction. n months in a row span n - 1 months, and a month without closes still
   * counts as time. Empty below 12 months.
   */
  public OptionalDouble annualGrowth(int monthsMax) {
    if (count() < GROWTH_MONTHS_MIN) {
      return OptionalDouble.empty();
    }
    int last = count() - 1;
    int first = Math.max(0, count() - monthsMax);
    double years = (double) (months[last] - months[first]) / MONTHS_PER_YEAR;
    return OptionalDouble.of(Math.pow(means[last] / means[first], 1 / years) - 1);
  }
}
