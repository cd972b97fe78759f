package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.DatedRate;
import dev.arduinotrader.universe.model.EuroRates;
import dev.arduinotrader.universe.model.Fixing;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.StampedBars;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.model.sample.SampleActions;
import dev.arduinotrader.universe.model.sample.SampleMarket;
import dev.arduinotrader.universe.model.sample.SampleSplit;
import dev.arduinotrader.universe.model.sample.SampleSplits;
import dev.arduinotrader.universe.model.sample.SampleVenues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sample market seen from a point in time: it knows every day, this shows the past ones. */
final class SimulatedMarket implements Market, EuroRates {
  private final SampleMarket sample;
  private final Map<String, Venue> venues =
      SampleVenues.all().stream().collect(Collectors.toMap(Venue::mic, Function.identity()));

  SimulatedMarket(SampleMarket sample) {
    this.sample = sample;
  }

  @Override
  public List<Security> securities() {
    return sample.securities();
  }

  @Override
  public Optional<Security> security(Isin isin) {
    return sample.security(isin);
  }

  /** A security with its facts, all of them generated. */
  static SecurityDetails details(Security security) {
    return new SecurityDetails(
        security,
        SecuritySheet.empty(security.isin())
            .offer(FactValues.of(security), SampleMarket.SOURCE, null)
            .details()
            .facts(),
        List.of(),
        null);
  }

  @Override
  public Venue venue(Security security) {
    Venue venue = venues.get(security.exchange());
    if (venue == null) {
      throw new IllegalArgumentException("expected a sample venue, found " + security.exchange());
    }
    return venue;
  }

  @Override
  public Optional<BarSeries> bars(Security security, Instant now, int barsMax) {
    Venue venue = venue(security);
    LocalDate today = LocalDate.ofEpochDay(venue.epochDay(now));
    return sample
        .bars(security.isin(), lastClosed(venue, now), barsMax)
        .map(series -> SampleSplits.asOf(series, splits(security), today));
  }

  private List<SampleSplit> splits(Security security) {
    return sample.splits(security.isin(), SampleMarket.LAST_DATE);
  }

  @Override
  public List<String> sources(Security security) {
    return List.of(SampleMarket.SOURCE);
  }

  @Override
  public Optional<StampedBars> allBars(Security security, String source, Instant now) {
    return source.equals(SampleMarket.SOURCE)
        ? bars(security, now, Integer.MAX_VALUE).map(StampedBars::neverStored)
        : Optional.empty();
  }

  private static LocalDate lastClosed(Venue venue, Instant now) {
    int today = venue.epochDay(now);
    return LocalDate.ofEpochDay(venue.closeAt(today).isAfter(now) ? today - 1 : today);
  }

  /** How many bars of a security are known at an instant, from its first one on. */
  long barsKnown(Security security, Instant now) {
    return bars(security, now, Integer.MAX_VALUE).map(series -> series.bars().size()).orElse(0);
  }

  @Override
  public Optional<Quote> latestQuote(Security security, Instant now) {
    return sample.quoteAt(security.isin(), now).map(quote -> inSharesOfItsDay(security, quote));
  }

  @Override
  public Optional<Quote> firstQuoteAfter(Security security, Instant after, Instant now) {
    return sample
        .firstQuoteAfter(security.isin(), after)
        .filter(quote -> !quote.at().isAfter(now))
        .map(quote -> inSharesOfItsDay(security, quote));
  }

  private Quote inSharesOfItsDay(Security security, Quote quote) {
    LocalDate date = LocalDate.ofEpochDay(venue(security).epochDay(quote.at()));
    return SampleSplits.asOf(quote, splits(security), date);
  }

  @Override
  public List<CorporateAction> actions(Security security, Instant now) {
    Venue venue = venue(security);
    LocalDate lastClosed = lastClosed(venue, now);
    return SampleActions.of(
        sample.dividends(security.isin(), lastClosed), splits(security), venue, lastClosed);
  }

  @Override
  public List<CorporateAction.Split> splitsWorkedIn(Security security, Instant now) {
    LocalDate today = LocalDate.ofEpochDay(venue(security).epochDay(now));
    return actions(security, now).stream()
        .filter(CorporateAction.Split.class::isInstance)
        .map(CorporateAction.Split.class::cast)
        .filter(split -> !split.exDate().isAfter(today))
        .toList();
  }

  @Override
  public EuroRates rates() {
    return this;
  }

  @Override
  public Optional<DatedRate> latest(Currency currency, Instant now) {
    return sample.rateAt(currency, now);
  }

  @Override
  public Optional<DatedRate> firstAfter(Currency currency, Instant after, Instant now) {
    return sample.firstRateAfter(currency, after).filter(rate -> !rate.knownAt().isAfter(now));
  }

  @Override
  public Optional<BarSeries> fixings(Currency currency, Instant now) {
    return sample.fixings(currency, LocalDate.ofEpochDay(Fixing.lastDue(now)));
  }
}
