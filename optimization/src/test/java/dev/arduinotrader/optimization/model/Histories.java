package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

/** Closes for tests on numbered weekdays, of which day 0 is a Monday in 2020. */
final class Histories {
  private static final LocalDate START = LocalDate.of(2020, 1, 6);

  private Histories() {}

  static LocalDate day(int number) {
    return START.plusDays(number / 5 * 7L + number % 5);
  }

  /** A random walk of which those days are kept that have a close. */
  static PriceSeries walk(long seed, int from, int to, IntPredicate hasClose) {
    Random random = new Random(seed);
    int[] days = new int[to - from];
    double[] closes = new double[to - from];
    int found = 0;
    double price = 100;
    for (int number = from; number < to; number++) {
      price *= Math.exp(0.01 * random.nextGaussian());
      if (hasClose.test(number)) {
        days[found] = Math.toIntExact(day(number).toEpochDay());
        closes[found++] = price;
      }
    }
    return PriceSeries.of(
        PriceBasis.TOTAL_RETURN, Arrays.copyOf(days, found), Arrays.copyOf(closes, found));
  }

  static PriceSeries walk(long seed, int from, int to) {
    return walk(seed, from, to, number -> true);
  }

  static PriceSeries flat(int from, int to) {
    int[] days = new int[to - from];
    double[] closes = new double[to - from];
    for (int i = 0; i < days.length; i++) {
      days[i] = Math.toIntExact(day(from + i).toEpochDay());
      closes[i] = 42;
    }
    return PriceSeries.of(PriceBasis.TOTAL_RETURN, days, closes);
  }
}
