package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.DatedRate;
import dev.arduinotrader.universe.model.Fixing;
import dev.arduinotrader.universe.model.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A market of fictional securities whose every bar, quote, rate and dividend is a function of the
 * seed alone. Whatever is asked for a longer time agrees with what was given for a shorter one.
 *
 * <p>This class does not know the time: callers ask for the last day or instant that is known at
 * their decision time. Prices are split-adjusted and not adjusted for dividends. Safe for several
 * threads; keeps what it made, at most 17 MB for the whole time.
 */
public final class SampleMarket {
  public static final long DEFAULT_SEED = 11;

  /** Who says so, in quotes, rates and series. */
  public static final String SOURCE = "sample-market";

  /** The day of the first bar, a Monday. */
  public static final LocalDate FIRST_DATE = LocalDate.of(2005, 1, 3);

  /** The day of the last bar, a Friday; later nothing is known. */
  public static final LocalDate LAST_DATE = LocalDate.of(2069, 12, 27);

  /** The day of the first fixing: a week earlier, so that each bar finds one. */
  public static final LocalDate FIRST_FIXING_DATE = FIRST_DATE.minusWeeks(1);

  private static final double NIGHT_SWAY = 0.0004;
  private static final long NIGHT_SECONDS_MAX = 4 * 86_400L;

  private final Weekdays weekdays = weekdaysFrom(FIRST_DATE);
  private final Weekdays fixingDays = weekdaysFrom(FIRST_FIXING_DATE);
  private final List<SampleListing> listings = SampleListings.all();
  private final List<Security> securities = listings.stream().map(SampleListing::security).toList();
  private final Map<Isin, Integer> positions = new HashMap<>();
  private final List<QuoteDraws> quoteDraws;
  private final BarWalk bars;
  private final SortedMap<Currency, RateWalk> rates = new TreeMap<>();

  /** The random streams of one security's quotes. */
  private record QuoteDraws(Draws turns, Draws session, Draws night) {
    private static QuoteDraws of(long seed, String symbol) {
      return new QuoteDraws(
          Draws.of(seed, "turns:" + symbol),
          Draws.of(seed, "session:" + symbol),
          Draws.of(seed, "night:" + symbol));
    }
  }

  private SampleMarket(long seed) {
    for (int i = 0; i < securities.size(); i++) {
      positions.put(securities.get(i).isin(), i);
    }
    quoteDraws = securities.stream().map(s -> QuoteDraws.of(seed, s.symbol())).toList();
    bars = new BarWalk(seed, listings, weekdays);
    for (RateListing rate : RateListing.ALL) {
      rates.put(rate.currency(), new RateWalk(seed, rate, fixingDays));
    }
  }

  /** The market of this seed; equal seeds give equal markets, on every machine. */
  public static SampleMarket of(long seed) {
    return new SampleMarket(seed);
  }

  /** All securities in the order of their ISIN. */
  public List<Security> securities() {
    return securities;
  }

  public Optional<Security> security(Isin isin) {
    return Optional.ofNullable(positions.get(isin)).map(securities::get);
  }

  /** The daily bars until a date, this included, as {@link #bars(Isin, LocalDate, int)}. */
  public Optional<BarSeries> bars(Isin isin, LocalDate last) {
    return bars(isin, last, Integer.MAX_VALUE);
  }

  /**
   * The last daily bars until a date, this included: open, high, low and close in the quote unit,
   * on every weekday, basis SPLIT_ADJUSTED. Empty for another market's ISIN and before the first.
   *
   * @param last the date at the venue whose close is known; not checked here
   * @param barsMax at most so many of the latest; at least 1
   */
  public Optional<BarSeries> bars(Isin isin, LocalDate last, int barsMax) {
    if (barsMax < 1) {
      throw new IllegalArgumentException("expected at least 1 bar, found " + barsMax);
    }
    Integer position = positions.get(isin);
    int end = weekdays.lastUntil(earlier(last, LAST_DATE)) + 1;
    if (position == null || end <= 0) {
      return Optional.empty();
    }
    int from = Math.max(0, end - barsMax);
    int[] ticks = bars.ticks(position, from, end);
    return Optional.of(series(listings.get(position).ticksPerUnit(), from, ticks));
  }

  private BarSeries series(double scale, int from, int[] ticks) {
    int[] days = new int[ticks.length / SecurityWalk.COLUMNS];
    double[][] columns = new double[SecurityWalk.COLUMNS][days.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = weekdays.epochDay(from + i);
      for (int column = 0; column < columns.length; column++) {
        columns[column][i] = ticks[i * columns.length + column] / scale;
      }
    }
    Map<BarField, double[]> named =
        Map.of(
            BarField.OPEN, columns[0],
            BarField.HIGH, columns[1],
            BarField.LOW, columns[2],
            BarField.CLOSE, columns[3]);
    return new BarSeries(PriceBasis.SPLIT_ADJUSTED, SOURCE, 1, new Bars(days, named));
  }

  /**
   * The quote at the last whole second at or before an instant. From open to close of a weekday it
   * lies within that day's bar and ends at its close; at other times it stays within 4 basis points
   * of the last close and tells nothing of the next bar. Empty for another market's ISIN, before
   * the first open and after {@link #LAST_DATE}.
   */
  public Optional<Quote> quoteAt(Isin isin, Instant instant) {
    Integer position = positions.get(isin);
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    if (position == null || !within(second)) {
      return Optional.empty();
    }
    SampleListing listing = listings.get(position);
    Venue venue = listing.venue();
    int day = venue.epochDay(second);
    int number = weekdays.lastUntil(day);
    boolean beforeOpen = weekdays.isWeekday(day) && second.isBefore(venue.openAt(day));
    int known = beforeOpen ? number - 1 : number;
    if (known < 0 || day > LAST_DATE.toEpochDay()) {
      return Optional.empty();
    }
    int ticks = ticks(position, venue, known, second);
    return Optional.of(
        new Quote(isin, listing.price(ticks), second, PriceBasis.SPLIT_ADJUSTED, SOURCE));
  }

  /** The quote of the first whole second after an instant, as {@link #quoteAt}. */
  public Optional<Quote> firstQuoteAfter(Isin isin, Instant instant) {
    return quoteAt(isin, nextSecond(instant));
  }

  private int ticks(int position, Venue venue, int number, Instant second) {
    DayBar bar = bars.bar(position, number);
    QuoteDraws draws = quoteDraws.get(position);
    long day = weekdays.epochDay(number);
    long open = venue.openAt(day).getEpochSecond();
    long close = venue.closeAt(day).getEpochSecond();
    long now = second.getEpochSecond();
    if (now <= close) {
      return SessionPath.at(
          draws.turns(), draws.session(), bar, number, (int) (now - open), (int) (close - open));
    }
    double sway = LayeredNoise.at(draws.night(), number, now - close, NIGHT_SECONDS_MAX);
    return bar.close() + (int) (bar.close() * NIGHT_SWAY * sway);
  }

  /** The currencies that have rates against the euro. */
  public List<Currency> currencies() {
    return List.copyOf(rates.keySet());
  }

  /**
   * Units of a currency per 1 EUR at the last whole second at or before an instant. At a fixing's
   * second it is the fixing. Empty for the euro itself and currencies without rates, before the
   * first fixing and after {@link #LAST_DATE}.
   */
  public Optional<DatedRate> rateAt(Currency currency, Instant instant) {
    RateWalk walk = rates.get(currency);
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    return walk == null || !within(second)
        ? Optional.empty()
        : Optional.of(new DatedRate(walk.at(second), second, SOURCE));
  }

  /** The rate of the first whole second after an instant, as {@link #rateAt}. */
  public Optional<DatedRate> firstRateAfter(Currency currency, Instant instant) {
    return rateAt(currency, nextSecond(instant));
  }

  /**
   * The fixings of a currency until a date, this included, on weekdays, units per 1 EUR; each known
   * at {@link Fixing#at}. Empty where there is none.
   */
  public Optional<BarSeries> fixings(Currency currency, LocalDate last) {
    RateWalk walk = rates.get(currency);
    int count = fixingDays.lastUntil(earlier(last, LAST_DATE)) + 1;
    if (walk == null || count <= 0) {
      return Optional.empty();
    }
    int[] days = new int[count];
    for (int number = 0; number < count; number++) {
      days[number] = fixingDays.epochDay(number);
    }
    Bars closes = Bars.ofCloses(days, walk.fixings(count));
    return Optional.of(new BarSeries(PriceBasis.RAW, SOURCE, 1, closes));
  }

  /** The dividends announced until a date, this included, oldest first. */
  public List<SampleDividend> dividends(Isin isin, LocalDate last) {
    Integer position = positions.get(isin);
    int number = weekdays.lastUntil(earlier(last, LAST_DATE));
    return position == null || number < 0 ? List.of() : bars.dividends(position, number);
  }

  /** The splits announced until a date, this included, oldest first. */
  public List<SampleSplit> splits(Isin isin, LocalDate last) {
    return SampleListings.splits().stream()
        .filter(split -> split.isin().equals(isin) && !split.announcedOn().isAfter(last))
        .toList();
  }

  /** True from the first fixing on until the fixing of the last day; bounds all later sums. */
  private static boolean within(Instant second) {
    return !second.isBefore(Fixing.at(FIRST_FIXING_DATE.toEpochDay()))
        && second.isBefore(Fixing.at(LAST_DATE.toEpochDay() + 1));
  }

  private static Instant nextSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static long earlier(LocalDate one, LocalDate other) {
    return Math.min(one.toEpochDay(), other.toEpochDay());
  }

  private static Weekdays weekdaysFrom(LocalDate monday) {
    return new Weekdays(Math.toIntExact(monday.toEpochDay()));
  }
}
