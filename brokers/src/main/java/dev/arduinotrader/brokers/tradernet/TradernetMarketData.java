package dev.arduinotrader.brokers.tradernet;

import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.kernel.result.Result;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candles and quotes. */
public final class TradernetMarketData {
  /** Symbols in one question for quotes. */
  public static final int QUOTES_MAX = 50;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int DAY_MINUTES = 1440;

  private final TradernetClient client;

  public TradernetMarketData(TradernetClient client) {
    this.client = client;
  }

  /**
   * The daily candles of a symbol such as AAPL.US, both days included; the last one may be of a day
   * that is still running.
   */
  public Result<TradernetCandles> dailyCandles(String symbol, LocalDate from, LocalDate to) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("id", symbol);
    parameters.put("count", -1);
    parameters.put("timeframe", DAY_MINUTES);
    parameters.put("date_from", DAY.format(from) + " 00:00");
    parameters.put("date_to", DAY.format(to) + " 23:59");
    parameters.put("intervalMode", "ClosedRay");
    return client
        .read("getHloc", parameters, Urgency.CANDLES)
        .then(answer -> TradernetCandles.read(answer, symbol));
  }

  /** The last prices of at most {@link #QUOTES_MAX} symbols; unknown ones are missing. */
  public Result<List<TradernetQuote>> quotes(List<String> symbols) {
    if (symbols.size() > QUOTES_MAX) {
      throw new IllegalArgumentException(
          "expected at most %d symbols, found %d".formatted(QUOTES_MAX, symbols.size()));
    }
    return client
        .read("getStockQuotesJson", Map.of("tickers", String.join(",", symbols)), Urgency.QUOTES)
        .then(TradernetQuote::readAll);
  }
}
