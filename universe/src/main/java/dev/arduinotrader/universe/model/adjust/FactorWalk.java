package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks a series from its last bar to its first and multiplies the factors on the way. */
final class FactorWalk {
  private final BarSeries series;
  private final Bars bars;
  private final List<CorporateAction.Split> workedIn;
  private final QuoteUnit unit;
  private final DividendRates rates;

  /** Exact while below 2^53: whole numbers of shares multiplied. */
  private double newShares = 1;

  private double oldShares = 1;
  private double dividendFactor = 1;
  private final List<Double> dividendFactors = new ArrayList<>();

  FactorWalk(
      BarSeries series, List<CorporateAction.Split> workedIn, QuoteUnit unit, DividendRates rates) {
    this.series = series;
    this.bars = series.bars();
    this.workedIn = workedIn;
    this.unit = unit;
    this.rates = rates;
  }

  /**
   * @param splits newest ex-date first
   * @param dividends newest ex-date first
   */
  Adjusted work(List<CorporateAction> splits, List<CorporateAction> dividends, PriceBasis reached) {
    double[] prices = new double[bars.size()];
    double[] volumes = new double[bars.size()];
    int split = 0;
    int dividend = 0;
    for (int i = bars.size() - 1; i >= 0; i--) {
      int day = bars.epochDay(i);
      while (dividend < dividends.size() && after(dividends.get(dividend), day)) {
        String fault = pay((CorporateAction.CashDividend) dividends.get(dividend), i);
        if (fault != null) {
          return new Adjusted.Impossible(fault);
        }
        dividend++;
      }
      while (split < splits.size() && after(splits.get(split), day)) {
        CorporateAction.Split one = (CorporateAction.Split) splits.get(split);
        newShares *= one.newShares();
        oldShares *= one.oldShares();
        split++;
      }
      prices[i] = dividendFactor * oldShares / newShares;
      volumes[i] = newShares / oldShares;
    }
    List<CorporateAction> applied = new ArrayList<>(splits.reversed());
    applied.addAll(dividends.reversed());
    Bars adjusted = new Bars(bars.epochDays(), multiplied(prices, volumes));
    return new Adjusted.Done(
        new BarSeries(reached, series.source(), series.version(), adjusted),
        applied,
        dividendFactors);
  }

  private static boolean after(CorporateAction action, int day) {
    return action.exDate().toEpochDay() > day;
  }

  /** Works a dividend in at the last bar before its ex-date; a sentence when that cannot be. */
  private @Nullable String pay(CorporateAction.CashDividend dividend, int index) {
    double close = bars.closes()[index];
    double amount = inUnits(dividend, bars.epochDay(index)) * sharesSince(dividend);
    if (Double.isNaN(amount)) {
      return "no rate from %s to %s is known for its dividend of %s"
          .formatted(dividend.currency(), unit.currency(), dividend.exDate());
    }
    double factor = 1 - amount / close;
    if (!(factor > 0)) {
      return "expected its dividend of %s below the close before, found %s against %s %s"
          .formatted(dividend.exDate(), amount, close, unit);
    }
    dividendFactor *= factor;
    dividendFactors.add(factor);
    return null;
  }

  private double inUnits(CorporateAction.CashDividend dividend, int epochDay) {
    double amount = dividend.amountPerShare().doubleValue() * unit.unitsPerCurrency();
    return dividend.currency().equals(unit.currency())
        ? amount
        : amount * rates.rate(dividend.currency(), unit.currency(), epochDay);
  }

  /** Old shares over new ones, of the splits in the series that came after the dividend. */
  private double sharesSince(CorporateAction.CashDividend dividend) {
    double ratio = 1;
    if (series.basis() == PriceBasis.SPLIT_ADJUSTED) {
      for (CorporateAction.Split split : workedIn) {
        if (!split.exDate().isBefore(dividend.exDate())) {
          ratio *= (double) split.oldShares() / split.newShares();
        }
      }
    }
    return ratio;
  }

  private Map<BarField, double[]> multiplied(double[] prices, double[] volumes) {
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    for (BarField field : BarField.values()) {
      double[] values = bars.column(field);
      if (values != null) {
        double[] factors = field == BarField.VOLUME ? volumes : prices;
        double[] product = new double[values.length];
        for (int i = 0; i < values.length; i++) {
          product[i] = values[i] * factors[i];
        }
        columns.put(field, product);
      }
    }
    return columns;
  }
}
