package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where prices come from: imported files, or the sample market. Answers in point of time. */
public interface Market {
  /** All securities in the order of their ISIN. */
  List<Security> securities();

  Optional<Security> security(Isin isin);

  /** Where a security of this market trades. */
  Venue venue(Security security);

  /**
   * The bars known at an instant, at most so many of the latest; with their closes at least. Empty
   * when there is none.
   */
  Optional<BarSeries> bars(Security security, Instant now, int barsMax);

  /** The last quote known at an instant. */
  Optional<Quote> latestQuote(Security security, Instant now);

  /** The first quote strictly after one instant and not after another. */
  Optional<Quote> firstQuoteAfter(Security security, Instant after, Instant now);

  /** The corporate actions known at an instant, at most one a kind and ex-date, oldest first. */
  List<CorporateAction> actions(Security security, Instant now);

  /**
   * The splits by which a SPLIT_ADJUSTED series of the security is divided, as it is given at an
   * instant; also those that were not known then.
   */
  List<CorporateAction.Split> splitsWorkedIn(Security security, Instant now);

  /** Names of the sources that have its bars, the one believed first first. */
  List<String> sources(Security security);

  /** All columns of the bars known at an instant, of one of its sources. */
  Optional<StampedBars> allBars(Security security, String source, Instant now);

  EuroRates rates();
}
