package dev.arduinotrader.universe.model.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The bars of all securities from the first day to the last one that anybody asked for. Going on
 * never changes what is there; the size is bounded by the last day of the market.
 */
final class BarWalk {
  private final Weekdays weekdays;
  private final MarketFactors factors;
  private final List<SecurityWalk> walks = new ArrayList<>();
  private int size;

  BarWalk(long seed, List<SampleListing> listings, Weekdays weekdays) {
    this.weekdays = weekdays;
    factors = new MarketFactors(seed, listings);
    for (SampleListing listing : listings) {
      walks.add(new SecurityWalk(seed, listing, factors, weekdays));
    }
  }

  /** The bar of a security on the weekday of this number. */
  synchronized DayBar bar(int security, int number) {
    extend(number);
    return walks.get(security).bar(number);
  }

  /**
   * The bars on the weekdays from one number to before another, laid out as in a security's walk.
   */
  synchronized int[] ticks(int security, int from, int to) {
    extend(to - 1);
    return walks.get(security).ticks(from, to);
  }

  /** The dividends of a security that were announced until the weekday of this number. */
  synchronized List<SampleDividend> dividends(int security, int number) {
    extend(number);
    int epochDay = weekdays.epochDay(number);
    return walks.get(security).dividends().stream()
        .filter(dividend -> dividend.announcedOn().toEpochDay() <= epochDay)
        .toList();
  }

  private void extend(int number) {
    for (; size <= number; size++) {
      factors.step(size);
      int epochDay = weekdays.epochDay(size);
      for (SecurityWalk walk : walks) {
        walk.step(size, epochDay, factors);
      }
    }
  }
}
