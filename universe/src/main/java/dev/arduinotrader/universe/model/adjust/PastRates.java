package dev.arduinotrader.universe.model.adjust;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.EuroRates;
import dev.arduinotrader.universe.model.FixingLag;
import dev.arduinotrader.universe.model.Venue;
import java.time.Instant;
import java.util.Optional;

/** Rates of past days from the euro fixings that were known at a venue's closes. */
public final class PastRates implements DividendRates {
  private static final int FIXING_AGE_DAYS_MAX = 7;

  private final EuroRates rates;
  private final Venue venue;
  private final Instant now;

  public PastRates(EuroRates rates, Venue venue, Instant now) {
    this.rates = rates;
    this.venue = venue;
    this.now = now;
  }

  @Override
  public double rate(Currency from, Currency to, int epochDay) {
    return perEuro(to, epochDay) / perEuro(from, epochDay);
  }

  private double perEuro(Currency currency, int epochDay) {
    if (currency.equals(Currency.EUR)) {
      return 1;
    }
    Optional<BarSeries> fixings = rates.fixings(currency, now);
    if (fixings.isEmpty()) {
      return Double.NaN;
    }
    Bars bars = fixings.get().bars();
    int last = bars.countUntil(FixingLag.of(venue).lastKnown(epochDay)) - 1;
    return last < 0 || epochDay - bars.epochDay(last) > FIXING_AGE_DAYS_MAX
        ? Double.NaN
        : bars.closes()[last];
  }
}
