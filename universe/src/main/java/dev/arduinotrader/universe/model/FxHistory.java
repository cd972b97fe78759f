package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The daily rates of a pair, crossed through the euro by date. */
public final class FxHistory {
  private FxHistory() {}

  /**
   * The rates of a pair fixed from one date to another and known at an instant, oldest first; a day
   * on which one side has no fixing has no rate.
   *
   * @param base not the quote currency
   * @param max how many at most, from the first date on
   * @return empty when a currency has no fixings at all
   */
  public static Optional<List<FxRate>> of(
      EuroRates rates,
      Currency base,
      Currency quote,
      LocalDate from,
      LocalDate to,
      Instant now,
      int max) {
    Optional<Leg> baseLeg = leg(rates, base, now);
    Optional<Leg> quoteLeg = leg(rates, quote, now);
    if (baseLeg.isEmpty() || quoteLeg.isEmpty()) {
      return Optional.empty();
    }
    int last = Math.toIntExact(Math.min(to.toEpochDay(), Fixing.lastDue(now)));
    List<FxRate> found = new ArrayList<>();
    Leg days = baseLeg.get().series() == null ? quoteLeg.get() : baseLeg.get();
    for (int day : days.days(Math.toIntExact(from.toEpochDay()), last)) {
      FxRate toEuro = baseLeg.get().at(day);
      FxRate fromEuro = quoteLeg.get().at(day);
      if (toEuro != null && fromEuro != null && found.size() < max) {
        found.add(crossed(toEuro.inverse(), fromEuro));
      }
    }
    return Optional.of(found);
  }

  private static FxRate crossed(FxRate toEuro, FxRate fromEuro) {
    if (fromEuro.quote().equals(Currency.EUR)) {
      return toEuro;
    }
    return toEuro.base().equals(Currency.EUR) ? fromEuro : toEuro.then(fromEuro);
  }

  private static Optional<Leg> leg(EuroRates rates, Currency currency, Instant now) {
    return currency.equals(Currency.EUR)
        ? Optional.of(new Leg(currency, null))
        : rates.fixings(currency, now).map(series -> new Leg(currency, series));
  }

  /**
   * One currency against the euro.
   *
   * @param series null for the euro itself, which is 1 on every day
   */
  private record Leg(Currency currency, @Nullable BarSeries series) {
    private int[] days(int from, int to) {
      if (series == null) {
        return new int[0];
      }
      Bars bars = series.bars();
      int first = bars.countUntil(from - 1);
      int[] days = new int[Math.max(0, bars.countUntil(to) - first)];
      for (int i = 0; i < days.length; i++) {
        days[i] = bars.epochDay(first + i);
      }
      return days;
    }

    private @Nullable FxRate at(int day) {
      if (series == null) {
        return FxRate.identity(currency, Fixing.at(day));
      }
      Bars bars = series.bars();
      int index = bars.countUntil(day) - 1;
      return index < 0 || bars.epochDay(index) != day
          ? null
          : new FxRate(
              Currency.EUR,
              currency,
              ShownNumbers.decimal(bars.closes()[index]),
              Fixing.at(day),
              series.source());
    }
  }
}
