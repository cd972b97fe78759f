package dev.arduinotrader.universe.model.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The daily bars of one security, made one after another and kept in ticks. */
final class SecurityWalk {
  /** Open, high, low, close. */
  static final int COLUMNS = 4;

  private static final int CAPACITY_FIRST = 6000;
  private static final int SHAPES_PER_DAY = 4;

  private static final double DAY_MOVE_MAX = 0.25;
  private static final double GAP_SHARE = 0.35;
  private static final double GAP_NOISE = 0.30;
  private static final double REACH = 0.80;

  /** Beyond these multiples of the start a price is drawn back, at this rate a year. */
  private static final double LEVEL_MIN = 1.0 / 6;

  private static final double LEVEL_MAX = 30;
  private static final double DRAW_BACK = 2;

  private final SampleListing listing;
  private final Draws own;
  private final Draws shapes;
  private final DividendCalendar calendar;
  private final List<SampleDividend> dividends = new ArrayList<>();
  private final int countryIndex;
  private final int industryIndex;
  private final double dayVolatility;
  private final double worldLoad;
  private final double countryLoad;
  private final double industryLoad;
  private final double ownLoad;
  private final double logarithmMin;
  private final double logarithmMax;

  private double logarithm;
  private int lastClose;
  private int pendingDividend;
  private int[] ticks = new int[COLUMNS * CAPACITY_FIRST];

  SecurityWalk(long seed, SampleListing listing, MarketFactors factors, Weekdays weekdays) {
    String symbol = listing.security().symbol();
    this.listing = listing;
    own = Draws.of(seed, "own:" + symbol);
    shapes = Draws.of(seed, "shape:" + symbol);
    double when = Draws.of(seed, "dividends:" + symbol).uniform(0);
    calendar = new DividendCalendar(weekdays, listing.dividendsPerYear(), when);
    countryIndex = factors.countryIndex(listing.country());
    industryIndex = factors.industryIndex(listing.industry());
    SampleListing.Shares shares = listing.shares();
    dayVolatility = listing.volatility() / Math.sqrt(Weekdays.PER_YEAR);
    worldLoad = dayVolatility * Math.sqrt(shares.world());
    countryLoad = dayVolatility * Math.sqrt(shares.country());
    industryLoad = dayVolatility * Math.sqrt(shares.industry());
    ownLoad = dayVolatility * Math.sqrt(shares.own());
    lastClose = Math.toIntExact(Math.round(listing.startPrice() * listing.ticksPerUnit()));
    logarithm = StrictMath.log(lastClose);
    logarithmMin = logarithm + StrictMath.log(LEVEL_MIN);
    logarithmMax = logarithm + StrictMath.log(LEVEL_MAX);
  }

  /** Makes the bar of the weekday of this number; to be called with 0, 1, 2 and so on. */
  void step(int number, int epochDay, MarketFactors factors) {
    double move = move(number, factors);
    double drop = drop(epochDay);
    logarithm += move + drop;
    int close = Math.max(1, rounded(StrictMath.exp(logarithm)));
    keep(number, bar(number, move, drop, close));
    lastClose = close;
    if (calendar.announcedOn(epochDay)) {
      announce(epochDay, close);
    }
  }

  DayBar bar(int number) {
    int at = number * COLUMNS;
    return new DayBar(ticks[at], ticks[at + 1], ticks[at + 2], ticks[at + 3]);
  }

  /** Open, high, low and close of each day, in ticks, from one number to before another. */
  int[] ticks(int from, int to) {
    return Arrays.copyOfRange(ticks, from * COLUMNS, to * COLUMNS);
  }

  List<SampleDividend> dividends() {
    return dividends;
  }

  private double move(int number, MarketFactors factors) {
    double back = Math.max(0, logarithmMin - logarithm) - Math.max(0, logarithm - logarithmMax);
    double move =
        (listing.drift() + DRAW_BACK * back) / Weekdays.PER_YEAR
            + worldLoad * factors.world()
            + countryLoad * factors.country(countryIndex)
            + industryLoad * factors.industry(industryIndex)
            + ownLoad * own.fatTailed(number);
    return Math.clamp(move, -DAY_MOVE_MAX, DAY_MOVE_MAX);
  }

  /** By how much the price falls because a dividend leaves it today, as a logarithm. */
  private double drop(int epochDay) {
    if (!calendar.exOn(epochDay)) {
      return 0;
    }
    calendar.next();
    return StrictMath.log1p(-(double) pendingDividend / lastClose);
  }

  private DayBar bar(int number, double move, double drop, int close) {
    long shape = (long) number * SHAPES_PER_DAY;
    double noise = GAP_NOISE * dayVolatility * (2 * shapes.uniform(shape) - 1);
    int open = Math.max(1, rounded(lastClose * (1 + drop + GAP_SHARE * move + noise)));
    double above = REACH * dayVolatility * square(shapes.uniform(shape + 1));
    double below = REACH * dayVolatility * square(shapes.uniform(shape + 2));
    int high = rounded(Math.max(open, close) * (1 + above));
    int low = Math.max(1, rounded(Math.min(open, close) * (1 - below)));
    return new DayBar(open, high, low, close);
  }

  private void keep(int number, DayBar bar) {
    int at = number * COLUMNS;
    if (at == ticks.length) {
      ticks = Arrays.copyOf(ticks, ticks.length + ticks.length / 2);
    }
    ticks[at] = bar.open();
    ticks[at + 1] = bar.high();
    ticks[at + 2] = bar.low();
    ticks[at + 3] = bar.close();
  }

  private void announce(int epochDay, int close) {
    double amount = close * listing.dividendYield() / listing.dividendsPerYear();
    pendingDividend = Math.max(1, rounded(amount));
    dividends.add(
        new SampleDividend(
            listing.security().isin(),
            LocalDate.ofEpochDay(epochDay),
            LocalDate.ofEpochDay(calendar.exDay()),
            LocalDate.ofEpochDay((long) calendar.exDay() + DividendCalendar.PAID_DAYS_AFTER),
            listing.price(pendingDividend)));
  }

  private static int rounded(double ticks) {
    return Math.toIntExact(Math.round(ticks));
  }

  private static double square(double value) {
    return value * value;
  }
}
