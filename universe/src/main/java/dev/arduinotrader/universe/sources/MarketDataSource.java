package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Somebody who knows prices. Nothing that it says is believed before it was checked. */
public interface MarketDataSource extends AutoCloseable {
  /** How people call it; stored values carry this name. */
  String name();

  Set<SourceAbility> abilities();

  /**
   * The daily bars of a security from one day to another, both included, with the dividends and
   * splits of those days where the source has them. More days than asked for are allowed.
   *
   * @return SOURCE_NO_SYMBOL, SOURCE_NO_DATA or SOURCE_OTHER_UNIT when it is not the source's
   *     fault; else what failed
   */
  Result<SourceBars> fetchBars(Security security, LocalDate from, LocalDate to);

  /** The latest quotes of these securities; those that the source has none of are missing. */
  default Result<List<SourceQuote>> fetchQuotes(List<Security> securities) {
    return SourceReason.SOURCE_CANNOT.failure(name() + " offers no quotes");
  }

  /** Dated facts about a security; what the source does not know is missing, never zero. */
  default Result<SourceFacts> fetchFundamentals(Security security) {
    return SourceReason.SOURCE_CANNOT.failure(name() + " offers no dated facts");
  }

  @Override
  default void close() {}
}
