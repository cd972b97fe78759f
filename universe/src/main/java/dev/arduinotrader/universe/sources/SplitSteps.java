package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.raw.RawBar;
import java.time.LocalDate;
import java.util.List;

/** By how much announced splits alone move prices between days. */
final class SplitSteps {
  private final boolean workedIn;
  private final List<RawBar> splits;

  SplitSteps(PriceBasis basis, List<RawBar> bars) {
    this.workedIn = basis != PriceBasis.RAW;
    this.splits = bars.stream().filter(bar -> bar.split() > 0).toList();
  }

  /** What divides the price of one fetched day to become comparable with another one. */
  double between(LocalDate from, LocalDate to) {
    if (workedIn) {
      return 1;
    }
    return from.isAfter(to) ? 1 / product(to, from) : product(from, to);
  }

  /**
   * What divides a stored price to become comparable with a fetched one. Where splits are worked
   * in, a split later than everything stored has changed the whole past since.
   */
  double ofStored(LocalDate day, LocalDate storedUntil, LocalDate to) {
    return workedIn ? product(storedUntil, LocalDate.MAX) : between(day, to);
  }

  /** Of the splits after one day and not after another. */
  private double product(LocalDate after, LocalDate until) {
    double product = 1;
    for (RawBar bar : splits) {
      LocalDate date = bar.time().date();
      if (date.isAfter(after) && !date.isAfter(until)) {
        product *= bar.split();
      }
    }
    return product;
  }
}
