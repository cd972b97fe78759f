package dev.arduinotrader.scoring.model;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series of closes for tests, on weekdays. */
final class Series {
  private static final LocalDate START = LocalDate.of(2014, 1, 6);

  private Series() {}

  /** 100 + 10 sin(t/7) + 0.1 t: the golden series of the specification has 300 of these. */
  static PriceSeries golden(int count) {
    return of(count, t -> 100 + 10 * Math.sin(t / 7.0) + 0.1 * t);
  }

  static PriceSeries of(int count, IntToDoubleFunction close) {
    int[] days = new int[count];
    double[] closes = new double[count];
    for (int i = 0; i < count; i++) {
      days[i] = Math.toIntExact(START.plusDays(i / 5 * 7 + i % 5).toEpochDay());
      closes[i] = close.applyAsDouble(i);
    }
    return PriceSeries.of(PriceBasis.TOTAL_RETURN, days, closes);
  }

  /** A random walk with this drift and deviation per day. */
  static PriceSeries walk(Random random, int count, double drift, double deviation) {
    double[] price = {100};
    return of(
        count,
        t -> {
          price[0] *= Math.exp(drift + deviation * random.nextGaussian());
          return price[0];
        });
  }

  static PriceSeries times(PriceSeries series, double factor) {
    double[] closes = series.closes();
    for (int i = 0; i < closes.length; i++) {
      closes[i] *= factor;
    }
    return PriceSeries.of(series.basis(), series.epochDays(), closes);
  }
}
