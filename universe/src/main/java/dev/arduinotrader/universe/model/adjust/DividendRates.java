package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.kernel.money.Currency;

/** What currencies cost on past days, for dividends that are not paid in the quote's currency. */
@FunctionalInterface
public interface DividendRates {
  /**
   * Units of one currency for 1 unit of another, as known at the close of a day.
   *
   * @return NaN when there was none that is at most seven days old
   */
  double rate(Currency from, Currency to, int epochDay);

  /** Knows no rate. */
  static DividendRates none() {
    return (from, to, epochDay) -> Double.NaN;
  }
}
