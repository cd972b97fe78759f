package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
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
 * @param basis what is to be worked in from the corporate actions known; null for closes as stored.
 *     TOTAL_RETURN stays short of it where no dividend or split is known; the answer says what it
 *     is
 * @param held what the caller holds of earlier answers to the same request, at most 5,000; of a
 *     series that has only grown since, only what came after is sent
 */
public record HistoryRequest(
    List<Isin> isins,
    int barsMax,
    @Nullable Currency inCurrency,
    @Nullable PriceBasis basis,
    List<HeldHistory> held) {
  public static final int BARS_LIMIT = 20_000;

  public HistoryRequest {
    isins = List.copyOf(isins);
    held = List.copyOf(held);
  }

  /** Closes as stored, sent whole. */
  public HistoryRequest(List<Isin> isins, int barsMax, @Nullable Currency inCurrency) {
    this(isins, barsMax, inCurrency, null, List.of());
  }

  /** The same closes with dividends and splits worked in as far as they are known. */
  public HistoryRequest totalReturn() {
    return new HistoryRequest(isins, barsMax, inCurrency, PriceBasis.TOTAL_RETURN, held);
  }

  /** The same request from a caller that holds these. */
  public HistoryRequest holding(List<HeldHistory> histories) {
    return new HistoryRequest(isins, barsMax, inCurrency, basis, histories);
  }
}
