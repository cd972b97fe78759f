package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which closes to send.
 *
 * @param isins in the order wanted; empty for the whole universe in the order of ISIN
 * @param barsMax at most so many of the latest closes of each; 1 to 20,000
 * @param inCurrency turn each close into this currency with the rate of its day, dropping days
 *     without one; null for the security's own quote unit
 */
public record HistoryRequest(List<Isin> isins, int barsMax, @Nullable Currency inCurrency) {
  public static final int BARS_LIMIT = 20_000;

  public HistoryRequest {
    isins = List.copyOf(isins);
  }
}
