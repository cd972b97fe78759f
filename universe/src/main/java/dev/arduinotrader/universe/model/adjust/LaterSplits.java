package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.CorporateAction.Split;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Splits that a stored series is divided by although they lie after the day from which it is looked
 * at. They are taken out again: who looks from a day sees the shares of that day, or shares held
 * through the split would gain by it.
 */
public record LaterSplits(List<Split> splits) {
  public LaterSplits {
    splits = List.copyOf(splits);
  }

  /**
   * Those of a series, seen from a day.
   *
   * @param workedIn all that the series is divided by, if it is SPLIT_ADJUSTED
   * @param epochDay at the venue
   */
  public static LaterSplits than(long epochDay, BarSeries series, List<Split> workedIn) {
    return new LaterSplits(
        series.basis() == PriceBasis.SPLIT_ADJUSTED
            ? workedIn.stream().filter(split -> split.exDate().toEpochDay() > epochDay).toList()
            : List.of());
  }

  /** A price in the shares of the day. */
  public double price(double value) {
    return splits.isEmpty() ? value : value * ratio();
  }

  /** A series in the shares of the day, which is another version of it. */
  public BarSeries in(BarSeries series) {
    if (splits.isEmpty()) {
      return series;
    }
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    for (BarField field : BarField.values()) {
      double[] values = series.bars().column(field);
      if (values != null) {
        columns.put(field, times(values, field == BarField.VOLUME ? 1 / ratio() : ratio()));
      }
    }
    return new BarSeries(
        series.basis(),
        series.source(),
        series.version() + splits.size(),
        new Bars(series.bars().epochDays(), columns));
  }

  private static double[] times(double[] values, double factor) {
    double[] product = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      product[i] = values[i] * factor;
    }
    return product;
  }

  /** New shares after the last split for one share of the day. */
  private double ratio() {
    double ratio = 1;
    for (Split split : splits) {
      ratio *= (double) split.newShares() / split.oldShares();
    }
    return ratio;
  }
}
