package dev.arduinotrader.universe.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.tradernet.TolerantJson;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chart JSON read into rows: parallel arrays of a time stamp and the numbers, with dividends and
 * splits beside them.
 *
 * @param currency what the chart says that it counts in, such as USD or GBp; null when it does not
 */
record YahooChartAnswer(@Nullable String currency, RawSeries series) {
  /** SOURCE_BROKEN when it is no such JSON; SOURCE_NO_DATA when it says that it has none. */
  static Result<YahooChartAnswer> read(String symbol, String text) {
    JsonNode chart;
    try {
      chart = Json.mapper().readTree(text).path("chart");
    } catch (JsonProcessingException e) {
      return broken(symbol, "no JSON that starts '" + beginning(text) + "'");
    }
    if (!chart.isObject()) {
      return broken(symbol, "no chart in it: '" + beginning(text) + "'");
    }
    if (chart.path("error").isObject()) {
      return SourceReason.SOURCE_NO_DATA.failure(
          "the chart of %s was refused: %s"
              .formatted(
                  symbol, chart.path("error").path("description").asText("no reason given")));
    }
    JsonNode result = chart.path("result").path(0);
    JsonNode prices = result.path("indicators").path("quote").path(0);
    if (!prices.isObject()) {
      return broken(symbol, "a chart without prices");
    }
    try {
      ZoneId zone = ZoneId.of(result.path("meta").path("exchangeTimezoneName").asText("UTC"));
      return Result.success(
          new YahooChartAnswer(
              TolerantJson.text(result.path("meta").get("currency")).orElse(null),
              new Rows(result, prices, zone).read()));
    } catch (DateTimeException e) {
      return broken(symbol, "a time that cannot be: " + e.getMessage());
    }
  }

  private static Result<YahooChartAnswer> broken(String symbol, String found) {
    return SourceReason.SOURCE_BROKEN.failure(
        "expected a chart of " + symbol + " as JSON, found " + found);
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.substring(0, Math.min(line.length(), 60));
  }

  /** The arrays of one chart. */
  private record Rows(JsonNode result, JsonNode prices, ZoneId zone) {
    RawSeries read() {
      Map<LocalDate, Double> dividends = events("dividends", Rows::dividend);
      Map<LocalDate, Double> splits = events("splits", Rows::split);
      JsonNode adjusted = result.path("indicators").path("adjclose").path(0).path("adjclose");
      JsonNode times = result.path("timestamp");
      List<RawBar> bars = new ArrayList<>();
      for (int i = 0; i < times.size(); i++) {
        if (TolerantJson.wholeNumber(times.get(i)).isPresent()) {
          RawTime.Moment time = moment(times.get(i));
          bars.add(
              new RawBar(
                  time,
                  TolerantJson.number(prices.path("open").get(i)),
                  TolerantJson.number(prices.path("high").get(i)),
                  TolerantJson.number(prices.path("low").get(i)),
                  TolerantJson.number(prices.path("close").get(i)),
                  TolerantJson.number(adjusted.get(i)),
                  TolerantJson.number(prices.path("volume").get(i)),
                  dividends.getOrDefault(time.date(), 0.0),
                  splits.getOrDefault(time.date(), 0.0)));
        }
      }
      return RawSeries.daily(bars);
    }

    private RawTime.Moment moment(JsonNode seconds) {
      Instant instant = Instant.ofEpochSecond(TolerantJson.wholeNumber(seconds).orElseThrow());
      return new RawTime.Moment(instant.atZone(zone).toOffsetDateTime());
    }

    private Map<LocalDate, Double> events(
        String kind, java.util.function.ToDoubleFunction<JsonNode> value) {
      Map<LocalDate, Double> events = new HashMap<>();
      for (JsonNode event : result.path("events").path(kind)) {
        if (TolerantJson.wholeNumber(event.get("date")).isPresent()) {
          events.merge(moment(event.get("date")).date(), value.applyAsDouble(event), Double::sum);
        }
      }
      return events;
    }

    private static double dividend(JsonNode event) {
      return TolerantJson.number(event.get("amount"));
    }

    private static double split(JsonNode event) {
      return TolerantJson.number(event.get("numerator"))
          / TolerantJson.number(event.get("denominator"));
    }
  }
}
