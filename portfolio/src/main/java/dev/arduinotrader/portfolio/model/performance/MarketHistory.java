package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closes and exchange rates of the past. A day without one has that of the latest day before; a day
 * before the first has none.
 *
 * @param base the currency of all values
 * @param closes by security, in its quote unit
 * @param rates by currency: units of the base currency for one of it, by date
 */
public record MarketHistory(
    Currency base,
    SortedMap<Isin, Closes> closes,
    SortedMap<Currency, NavigableMap<LocalDate, Double>> rates) {

  /** The closes of one security in what they are counted in. */
  public record Closes(QuoteUnit unit, PriceSeries series) {}

  public MarketHistory {
    closes = new TreeMap<>(closes);
    rates = new TreeMap<>(rates);
  }

  /** Units of the base currency for one of a currency; empty when no rate is known by that day. */
  OptionalDouble rate(Currency currency, LocalDate day) {
    if (currency.equals(base)) {
      return OptionalDouble.of(1);
    }
    NavigableMap<LocalDate, Double> known = rates.get(currency);
    Map.Entry<LocalDate, Double> latest = known == null ? null : known.floorEntry(day);
    return latest == null ? OptionalDouble.empty() : OptionalDouble.of(latest.getValue());
  }

  /** What one unit of a security is worth in the base currency; empty without price or rate. */
  OptionalDouble unitValue(Isin isin, LocalDate day) {
    Closes known = closes.get(isin);
    int index = known == null ? -1 : indexUntil(known.series(), (int) day.toEpochDay());
    if (known == null || index < 0) {
      return OptionalDouble.empty();
    }
    OptionalDouble rate = rate(known.unit().currency(), day);
    return rate.isEmpty()
        ? rate
        : OptionalDouble.of(
            known.series().close(index) / known.unit().unitsPerCurrency() * rate.getAsDouble());
  }

  /** Why a unit has no value that day. */
  String whyNone(Isin isin, LocalDate day) {
    Closes known = closes.get(isin);
    if (known == null) {
      return "the universe has no closes of " + isin;
    }
    if (indexUntil(known.series(), (int) day.toEpochDay()) < 0) {
      return "the first close of " + isin + " is of " + known.series().date(0);
    }
    return whyNone(known.unit().currency(), day);
  }

  /** Why a currency has no rate that day. */
  String whyNone(Currency currency, LocalDate day) {
    NavigableMap<LocalDate, Double> known = rates.get(currency);
    return known == null || known.isEmpty()
        ? "there is no rate of %s/%s".formatted(base, currency)
        : "the first rate of %s/%s is of %s, after %s"
            .formatted(base, currency, known.firstKey(), day);
  }

  /** Whether past closes were divided by later splits. */
  boolean isAdjusted(Isin isin) {
    Closes known = closes.get(isin);
    return known != null && known.series().basis() != PriceBasis.RAW;
  }

  /** The date of the newest close by a day. */
  Optional<LocalDate> closedOn(Isin isin, LocalDate day) {
    Closes known = closes.get(isin);
    int index = known == null ? -1 : indexUntil(known.series(), (int) day.toEpochDay());
    return known == null || index < 0 ? Optional.empty() : Optional.of(known.series().date(index));
  }

  private static int indexUntil(PriceSeries series, int epochDay) {
    int low = 0;
    int high = series.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (series.epochDay(middle) <= epochDay) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
