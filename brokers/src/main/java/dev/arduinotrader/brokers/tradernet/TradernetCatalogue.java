package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the broker lists: all of it page by page, and the most traded of a place. */
public final class TradernetCatalogue {
  /** As many rows as one page may have. */
  public static final int PAGE_MAX = 1_000;

  private final TradernetClient client;

  public TradernetCatalogue(TradernetClient client) {
    this.client = client;
  }

  /**
   * A line of the catalogue.
   *
   * @param isin null when the broker does not say
   * @param marketCode such as FIX for New York, null when the broker does not say
   * @param lot what an order must be a multiple of, null when the broker does not say
   * @param country two letters of the issuer's country, null when unknown (the broker writes 0)
   */
  public record Entry(
      String symbol,
      String name,
      @Nullable String isin,
      @Nullable String currency,
      @Nullable String marketCode,
      @Nullable BigDecimal lot,
      boolean tradable,
      @Nullable String country) {}

  /**
   * One page of the catalogue.
   *
   * @param total how many entries there are on all pages
   */
  public record Page(long total, List<Entry> entries) {}

  /** Whose most traded securities are asked for. */
  public enum Place {
    USA,
    EUROPE,
    KAZAKHSTAN,
    UKRAINE,
    CURRENCIES
  }

  /**
   * A page of the catalogue.
   *
   * @param skip entries before this page, from 0
   * @param take entries of this page, 1 to {@link #PAGE_MAX}; the last page has fewer
   */
  public Result<Page> page(int skip, int take) {
    if (skip < 0 || take < 1 || take > PAGE_MAX) {
      throw new IllegalArgumentException(
          "expected skip from 0 and take of 1 to %d, found %d and %d"
              .formatted(PAGE_MAX, skip, take));
    }
    String command = "getAllSecurities";
    Map<String, Object> parameters =
        Map.of("take", take, "skip", skip, "filter", Map.of("filters", List.of()));
    return client
        .read(command, parameters, Urgency.CATALOGUE)
        .then(answer -> page(command, answer, take));
  }

  private static Result<Page> page(String command, JsonNode answer, int take) {
    Optional<Long> total = TolerantJson.wholeNumber(answer.get("total"));
    if (total.isEmpty()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a whole number as total in the answer to " + command + ", found none");
    }
    return TradernetRow.readList(command, answer.get("securities"), TradernetCatalogue::entry)
        .then(
            entries ->
                entries.size() <= take
                    ? Result.success(new Page(total.get(), entries))
                    : WireReason.WIRE_MALFORMED.failure(
                        "expected at most %d entries in the answer to %s, found %d"
                            .formatted(take, command, entries.size())));
  }

  private static Entry entry(TradernetRow row) {
    return new Entry(
        row.needText("ticker"),
        row.text("name").orElse(""),
        row.text("issue_nb").orElse(null),
        row.text("face_curr_c").orElse(null),
        row.text("mkt_short_code").orElse(null),
        row.decimal("lot_size_q").orElse(null),
        row.text("istrade").filter(text -> text.matches("1|true")).isPresent(),
        row.text("issuer_country_code").filter(code -> !code.equals("0")).orElse(null));
  }

  /**
   * Symbols of a place's shares, best first.
   *
   * @param gainers those that rose most, rather than those that are traded most
   * @param limit at most so many, 1 to {@link #PAGE_MAX}
   */
  public Result<List<String>> topShares(Place place, boolean gainers, int limit) {
    String command = "getTopSecurities";
    String exchange = place.name().toLowerCase(Locale.ROOT);
    Map<String, Object> parameters =
        Map.of("type", "stocks", "exchange", exchange, "gainers", gainers ? 1 : 0, "limit", limit);
    return client
        .read(command, parameters, Urgency.CATALOGUE)
        .then(answer -> symbols(command, answer.get("tickers")));
  }

  private static Result<List<String>> symbols(String command, @Nullable JsonNode tickers) {
    if (tickers == null || !tickers.isArray()) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a list as tickers in the answer to " + command + ", found none");
    }
    List<Optional<String>> texts = tickers.valueStream().map(TolerantJson::text).toList();
    return texts.stream().allMatch(Optional::isPresent)
        ? Result.success(texts.stream().flatMap(Optional::stream).toList())
        : WireReason.WIRE_MALFORMED.failure(
            "expected symbols in the answer to %s, found %s".formatted(command, tickers));
  }
}
