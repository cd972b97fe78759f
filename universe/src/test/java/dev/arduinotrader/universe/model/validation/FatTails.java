package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Flawless random series with moves of Student's t with three degrees of freedom. */
final class FatTails {
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  private FatTails() {}

  /**
   * Daily bars with a dividend of 2 to 5 percent every 60 bars, worked into the adjusted closes.
   */
  static RawSeries of(Random random, int size) {
    return of(random, size, 0.02, 0.05);
  }

  /** As {@link #of(Random, int)} with dividends between two shares of the price. */
  static RawSeries of(Random random, int size, double yieldMin, double yieldMax) {
    double daily = 0.005 + 0.015 * random.nextDouble();
    double[] closes = new double[size];
    double[] dividends = new double[size];
    double close = 5 + 200 * random.nextDouble();
    for (int i = 0; i < size; i++) {
      if (i % 60 == 30) {
        dividends[i] = close * (yieldMin + (yieldMax - yieldMin) * random.nextDouble());
      }
      close = (close - dividends[i]) * Math.exp(daily * student(random));
      closes[i] = close;
    }
    double[] adjusted = adjusted(closes, dividends);
    List<RawBar> bars = new ArrayList<>();
    LocalDate day = FIRST;
    for (int i = 0; i < size; i++) {
      double open = closes[i] * Math.exp(daily * 0.3 * random.nextGaussian());
      double high = Math.max(open, closes[i]) * Math.exp(daily * random.nextDouble());
      double low = Math.min(open, closes[i]) * Math.exp(-daily * random.nextDouble());
      bars.add(
          RawBar.ofDay(day, open, high, low, closes[i], 1_000 + random.nextInt(100_000))
              .with(RawField.ADJUSTED_CLOSE, adjusted[i])
              .with(RawField.DIVIDEND, dividends[i])
              .with(RawField.SPLIT, 0));
      day = day.plusDays(day.getDayOfWeek().getValue() == 5 ? 3 : 1);
    }
    return RawSeries.daily(bars);
  }

  private static double student(Random random) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += Math.pow(random.nextGaussian(), 2);
    }
    return Math.clamp(random.nextGaussian() / Math.sqrt(square / 3), -20, 20);
  }

  private static double[] adjusted(double[] closes, double[] dividends) {
    double[] adjusted = closes.clone();
    double factor = 1;
    for (int i = closes.length - 1; i >= 0; i--) {
      adjusted[i] = closes[i] * factor;
      if (i > 0 && dividends[i] > 0) {
        factor *= 1 - dividends[i] / closes[i - 1];
      }
    }
    return adjusted;
  }

  /** The usual move of the closes: 1.4826 times the median of the moves. */
  static double usualMove(RawSeries series) {
    List<Double> moves = new ArrayList<>();
    for (int i = 1; i < series.bars().size(); i++) {
      moves.add(
          Math.abs(Math.log(series.bars().get(i).close() / series.bars().get(i - 1).close())));
    }
    moves.sort(null);
    return 1.4826 * moves.get(moves.size() / 2);
  }

  static RawTime time(RawSeries series, int index) {
    return series.bars().get(index).time();
  }
}
