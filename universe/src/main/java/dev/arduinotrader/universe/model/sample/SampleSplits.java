package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Turns generated prices, which count in the shares after all splits, into the shares of a day: who
 * holds through a split has as much after it as before.
 */
public final class SampleSplits {
  private SampleSplits() {}

  /** The series as it is given on a day: divided only by the splits that have happened. */
  public static BarSeries asOf(BarSeries series, List<SampleSplit> splits, LocalDate today) {
    BigDecimal ratio = ratio(splits, today);
    long happened = splits.stream().filter(split -> !split.exDate().isAfter(today)).count();
    long version = series.version() + happened;
    if (ratio.compareTo(BigDecimal.ONE) == 0) {
      return new BarSeries(series.basis(), series.source(), version, series.bars());
    }
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    for (BarField field : BarField.values()) {
      double[] values = series.bars().column(field);
      if (values != null) {
        double[] product = new double[values.length];
        for (int i = 0; i < values.length; i++) {
          product[i] = values[i] * ratio.doubleValue();
        }
        columns.put(field, product);
      }
    }
    Bars bars = new Bars(series.bars().epochDays(), columns);
    return new BarSeries(series.basis(), series.source(), version, bars);
  }

  /** The quote in the shares of its day. */
  public static Quote asOf(Quote quote, List<SampleSplit> splits, LocalDate date) {
    Price price =
        new Price(quote.price().value().multiply(ratio(splits, date)), quote.price().unit());
    return new Quote(quote.isin(), price, quote.at(), quote.basis(), quote.source());
  }

  /** New shares of the last split for one share of this day. */
  private static BigDecimal ratio(List<SampleSplit> splits, LocalDate today) {
    BigDecimal ratio = BigDecimal.ONE;
    for (SampleSplit split : splits) {
      if (split.exDate().isAfter(today)) {
        ratio =
            ratio
                .multiply(BigDecimal.valueOf(split.newShares()))
                .divide(BigDecimal.valueOf(split.oldShares()));
      }
    }
    return ratio;
  }
}
