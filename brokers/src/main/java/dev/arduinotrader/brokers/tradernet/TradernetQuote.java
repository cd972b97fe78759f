package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last price of one symbol.
 *
 * @param last above zero
 * @param currency what it trades in, null when the broker does not say
 * @param isin null when the broker does not say
 * @param lastTime as the broker writes it, without a zone; null when it does not
 * @param bid the best order to buy, null when there is none: the broker writes zero
 * @param ask the best order to sell, null when there is none: the broker writes zero
 */
public record TradernetQuote(
    String symbol,
    BigDecimal last,
    @Nullable String currency,
    @Nullable String isin,
    @Nullable String lastTime,
    @Nullable BigDecimal bid,
    @Nullable BigDecimal ask) {
  /**
   * Reads an answer to {@code getStockQuotesJson}. A symbol without a price above zero is left out:
   * the broker writes zero for what it does not know.
   */
  public static Result<List<TradernetQuote>> readAll(JsonNode answer) {
    JsonNode wrapped = answer.get("q") == null ? answer.get("quotes") : answer.get("q");
    Optional<List<JsonNode>> rows = TolerantJson.list(wrapped);
    if (rows.isEmpty()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a list of quotes in the answer to getStockQuotesJson, found none");
    }
    List<TradernetQuote> quotes = new ArrayList<>();
    for (JsonNode row : rows.get()) {
      Optional<String> symbol = TolerantJson.text(row.get("c"));
      Optional<BigDecimal> last =
          TolerantJson.decimal(row.get("ltp")).filter(price -> price.signum() > 0);
      if (symbol.isPresent() && last.isPresent()) {
        quotes.add(
            new TradernetQuote(
                symbol.get(),
                last.get(),
                TolerantJson.text(row.get("x_curr")).orElse(null),
                TolerantJson.text(row.get("issue_nb")).orElse(null),
                TolerantJson.text(row.get("ltt")).orElse(null),
                order(row.get("bbp")),
                order(row.get("bap"))));
      }
    }
    return Result.success(quotes);
  }

  private static @Nullable BigDecimal order(@Nullable JsonNode price) {
    return TolerantJson.decimal(price).filter(number -> number.signum() > 0).orElse(null);
  }
}
