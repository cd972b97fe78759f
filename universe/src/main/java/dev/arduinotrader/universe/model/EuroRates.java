package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.money.Currency;
import java.time.Instant;
import java.util.Optional;

/** What currencies cost against the euro. EUR itself is never asked for. */
public interface EuroRates {
  /** The last rate known at this instant. */
  Optional<DatedRate> latest(Currency currency, Instant now);

  /** The first rate that became known strictly after one instant and not after another. */
  Optional<DatedRate> firstAfter(Currency currency, Instant after, Instant now);

  /**
   * The daily fixings, each known at {@link Fixing#at}: all that are known at this instant, and
   * perhaps later ones. The closes of the bars are the rates.
   */
  Optional<BarSeries> fixings(Currency currency, Instant now);
}
