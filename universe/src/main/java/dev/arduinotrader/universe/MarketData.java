package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a security's daily bars, oldest first.
 *
 * @param unit the quote unit's code
 * @param source where the bars are from, with its detail
 * @param sources names of all sources that have bars of it, the one believed first first
 * @param version another one whenever an earlier value changed
 * @param nextFrom what to ask for next as {@code from}; null on the last page
 */
public record MarketData(
    Isin isin,
    String unit,
    PriceBasis basis,
    String source,
    List<String> sources,
    long version,
    List<DailyBar> bars,
    @Nullable LocalDate nextFrom) {
  public MarketData {
    sources = List.copyOf(sources);
    bars = List.copyOf(bars);
  }
}
