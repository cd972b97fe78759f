package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.DatedRate;
import dev.arduinotrader.universe.model.EuroRates;
import dev.arduinotrader.universe.model.Fixing;
import dev.arduinotrader.universe.model.KnownActions;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.ShownNumbers;
import dev.arduinotrader.universe.model.StampedBars;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.adjust.LaterSplits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The market of imported prices: what is stored, seen from a point in time. */
public final class StoredMarket implements Market, EuroRates {
  private final UniverseStore store;

  public StoredMarket(UniverseStore store) {
    this.store = store;
  }

  @Override
  public List<Security> securities() {
    return store.securities();
  }

  @Override
  public Optional<Security> security(Isin isin) {
    return store.security(isin);
  }

  @Override
  public Venue venue(Security security) {
    return Venues.of(security.exchange());
  }

  @Override
  public Optional<BarSeries> bars(Security security, Instant now, int barsMax) {
    Venue venue = Venues.of(security.exchange());
    return store
        .bars(security.isin())
        .flatMap(
            series -> {
              int known = closesKnown(series.bars(), venue, now);
              Bars bars = series.bars().range(Math.max(0, known - barsMax), known);
              return known == 0
                  ? Optional.empty()
                  : Optional.of(
                      later(security, series, venue.epochDay(now))
                          .in(
                              new BarSeries(
                                  series.basis(), series.source(), series.version(), bars)));
            });
  }

  /** How many bars are known: those whose session had closed. */
  private static int closesKnown(Bars bars, Venue venue, Instant now) {
    int count = bars.countUntil(venue.epochDay(now));
    return count > 0 && venue.closeAt(bars.epochDay(count - 1)).isAfter(now) ? count - 1 : count;
  }

  @Override
  public Optional<Quote> latestQuote(Security security, Instant now) {
    Venue venue = Venues.of(security.exchange());
    return store
        .bars(security.isin())
        .flatMap(
            series -> {
              int last = closesKnown(series.bars(), venue, now) - 1;
              if (last < 0) {
                return Optional.empty();
              }
              Quote close = atClose(security, series, last);
              return store
                  .latestQuote(security.isin(), now)
                  .filter(told -> told.at().isAfter(close.at()))
                  .map(told -> quote(security, series, told))
                  .or(() -> Optional.of(close));
            });
  }

  @Override
  public Optional<Quote> firstQuoteAfter(Security security, Instant after, Instant now) {
    Venue venue = Venues.of(security.exchange());
    return store
        .bars(security.isin())
        .flatMap(
            series ->
                Stream.concat(
                        firstAfter(security, series, venue, after).stream(),
                        store.firstQuoteAfter(security.isin(), after, now).stream()
                            .map(told -> quote(security, series, told)))
                    .min(Comparator.comparing(Quote::at)))
        .filter(quote -> !quote.at().isAfter(now));
  }

  private Optional<Quote> firstAfter(
      Security security, BarSeries series, Venue venue, Instant after) {
    Bars bars = series.bars();
    for (int i = closesKnown(bars, venue, after); i < bars.size(); i++) {
      double[] opens = bars.column(BarField.OPEN);
      Instant open = venue.openAt(bars.epochDay(i));
      if (opens != null && !Double.isNaN(opens[i]) && open.isAfter(after)) {
        return Optional.of(quote(security, series, opens[i], i, open));
      }
      if (venue.closeAt(bars.epochDay(i)).isAfter(after)) {
        return Optional.of(atClose(security, series, i));
      }
    }
    return Optional.empty();
  }

  private Quote atClose(Security security, BarSeries series, int index) {
    Venue venue = Venues.of(security.exchange());
    return quote(
        security,
        series,
        series.bars().closes()[index],
        index,
        venue.closeAt(series.bars().epochDay(index)));
  }

  /** Up to now nothing was worked into the newest bars, so a told price goes with them. */
  private static Quote quote(Security security, BarSeries series, KnownQuote told) {
    return new Quote(
        security.isin(),
        new Price(told.price(), security.quoteUnit()),
        told.at(),
        series.basis(),
        told.source(),
        told.orders());
  }

  /** A price of one of the bars, in the shares of its day. */
  private Quote quote(Security security, BarSeries series, double value, int index, Instant at) {
    double then = later(security, series, series.bars().epochDay(index)).price(value);
    Price price = new Price(ShownNumbers.decimal(then), security.quoteUnit());
    return new Quote(security.isin(), price, at, series.basis(), series.source());
  }

  @Override
  public List<CorporateAction> actions(Security security, Instant now) {
    return KnownActions.at(now, store.actions(security.isin()), store.ranking());
  }

  @Override
  public List<CorporateAction.Split> splitsWorkedIn(Security security, Instant now) {
    int today = Venues.of(security.exchange()).epochDay(now);
    return store
        .bars(security.isin())
        .map(series -> splitsIn(security, Math.min(today, series.bars().lastDay())))
        .orElse(List.of());
  }

  /** Those until a day, known or not. */
  private List<CorporateAction.Split> splitsIn(Security security, int lastDay) {
    return KnownActions.at(Instant.MAX, store.actions(security.isin()), store.ranking()).stream()
        .filter(CorporateAction.Split.class::isInstance)
        .map(CorporateAction.Split.class::cast)
        .filter(split -> split.exDate().toEpochDay() <= lastDay)
        .toList();
  }

  /** What lies after a day and is in the series: nothing unless the day is long past. */
  private LaterSplits later(Security security, BarSeries series, int epochDay) {
    int lastDay = series.bars().lastDay();
    return epochDay >= lastDay || series.basis() != PriceBasis.SPLIT_ADJUSTED
        ? new LaterSplits(List.of())
        : LaterSplits.than(epochDay, series, splitsIn(security, lastDay));
  }

  @Override
  public List<String> sources(Security security) {
    return store.sources(security.isin());
  }

  @Override
  public Optional<StampedBars> allBars(Security security, String source, Instant now) {
    Venue venue = Venues.of(security.exchange());
    return store
        .allBars(security.isin(), source)
        .flatMap(
            bars -> {
              int known = closesKnown(bars.series().bars(), venue, now);
              return known == 0 ? Optional.empty() : Optional.of(bars.range(0, known));
            });
  }

  @Override
  public EuroRates rates() {
    return this;
  }

  @Override
  public Optional<DatedRate> latest(Currency currency, Instant now) {
    return store
        .rates(currency)
        .flatMap(series -> rate(series, series.bars().countUntil(Fixing.lastDue(now)) - 1));
  }

  @Override
  public Optional<DatedRate> firstAfter(Currency currency, Instant after, Instant now) {
    return store
        .rates(currency)
        .flatMap(series -> rate(series, series.bars().countUntil(Fixing.lastDue(after))))
        .filter(rate -> !rate.knownAt().isAfter(now));
  }

  private static Optional<DatedRate> rate(BarSeries series, int index) {
    Bars bars = series.bars();
    return index < 0 || index >= bars.size()
        ? Optional.empty()
        : Optional.of(
            new DatedRate(
                ShownNumbers.decimal(bars.closes()[index]),
                Fixing.at(bars.epochDay(index)),
                series.source()));
  }

  @Override
  public Optional<BarSeries> fixings(Currency currency, Instant now) {
    return store.rates(currency);
  }
}
