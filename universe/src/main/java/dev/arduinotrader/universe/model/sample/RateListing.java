package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.money.Currency;
import java.util.List;

/**
 * How a currency moves against the euro.
 *
 * @param level units per 1 EUR to which the rate is drawn
 * @param volatility standard deviation of a year's logarithmic change
 * @param drawBack the share of the distance to the level that a year takes away, as a rate
 * @param digits digits after the point, as central banks publish it
 */
record RateListing(
    Currency currency, double level, double volatility, double drawBack, int digits) {
  static final List<RateListing> ALL =
      List.of(
          new RateListing(Currency.of("CHF"), 1.0600, 0.060, 0.3, 4),
          new RateListing(Currency.of("DKK"), 7.4560, 0.001, 5.0, 4),
          new RateListing(Currency.of("GBP"), 0.85500, 0.070, 0.3, 5),
          new RateListing(Currency.of("JPY"), 142.00, 0.100, 0.3, 2),
          new RateListing(Currency.of("USD"), 1.1400, 0.080, 0.3, 4));
}
