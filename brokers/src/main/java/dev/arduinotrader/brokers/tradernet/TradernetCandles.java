package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The daily candles of one symbol.
 *
 * @param currency what the broker says that they are counted in, null when it does not
 * @param candles in the order in which they came
 */
public record TradernetCandles(@Nullable String currency, List<TradernetCandle> candles) {
  /** The year 5138: no such bar exists, and much later ones are no instants at all. */
  private static final long SECONDS_MAX = 100_000_000_000L;

  public TradernetCandles {
    candles = List.copyOf(candles);
  }

  /**
   * Reads an answer to {@code getHloc}: parallel arrays by symbol, each bar as high, low, open,
   * close. Arrays of different lengths are read to the end of the shortest.
   *
   * @return without candles when the broker has none of this symbol; WIRE_MALFORMED when the answer
   *     has no such arrays at all, or a time that cannot be
   */
  public static Result<TradernetCandles> read(JsonNode answer, String symbol) {
    JsonNode prices = answer.get("hloc");
    JsonNode times = answer.get("xSeries");
    if (prices == null || times == null || !prices.isContainerNode()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected hloc and xSeries in the answer to getHloc for " + symbol + ", found none");
    }
    String currency =
        TolerantJson.text(answer.path("info").path(symbol).get("currency")).orElse(null);
    JsonNode rows = prices.path(symbol);
    JsonNode starts = times.path(symbol);
    JsonNode volumes = answer.path("vl").path(symbol);
    List<TradernetCandle> candles = new ArrayList<>();
    for (int i = 0; i < Math.min(rows.size(), starts.size()); i++) {
      if (TolerantJson.wholeNumber(starts.get(i))
          .filter(s -> Math.abs(s) > SECONDS_MAX)
          .isPresent()) {
        return WireReason.WIRE_MALFORMED.failure(
            "expected seconds since 1970 in the answer to getHloc for %s, found %s"
                .formatted(symbol, starts.get(i)));
      }
      candle(rows.get(i), starts.get(i), volumes.get(i)).ifPresent(candles::add);
    }
    return Result.success(new TradernetCandles(currency, candles));
  }

  private static Optional<TradernetCandle> candle(
      JsonNode row, JsonNode start, @Nullable JsonNode volume) {
    return TolerantJson.wholeNumber(start)
        .map(
            seconds ->
                new TradernetCandle(
                    Instant.ofEpochSecond(seconds),
                    TolerantJson.number(row.get(2)),
                    TolerantJson.number(row.get(0)),
                    TolerantJson.number(row.get(1)),
                    TolerantJson.number(row.get(3)),
                    TolerantJson.number(volume)));
  }
}
