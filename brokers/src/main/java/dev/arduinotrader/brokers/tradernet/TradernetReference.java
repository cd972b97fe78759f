package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts about instruments, markets and rates that do not depend on the account. */
public final class TradernetReference {
  private final TradernetClient client;

  public TradernetReference(TradernetClient client) {
    this.client = client;
  }

  /**
   * One listing of a security.
   *
   * @param isin null when the broker does not say
   * @param marketId such as 30000000001 for New York
   */
  public record Listing(
      String symbol,
      String name,
      @Nullable String isin,
      @Nullable String currency,
      @Nullable Long marketId) {}

  /** What an order of an instrument must be a multiple of. */
  public record Instrument(String symbol, String currency, BigDecimal tick, BigDecimal lot) {}

  /** Whether a market trades; {@code state} is the broker's word, OPEN or CLOSE or another. */
  public record Market(String code, String name, String state) {
    /** False also for words that nobody knows, such as those of before and after hours. */
    public boolean isOpen() {
      return state.equals("OPEN");
    }
  }

  /** Whether orders of an instrument are taken now, and why not. */
  public record Permission(boolean allowed, String restriction) {}

  /** Listings by an ISIN or a text; several for most ISINs, never one preferred. */
  public Result<List<Listing>> find(String text) {
    String command = "tickerFinder";
    return client
        .read(command, Map.of("text", text), Urgency.CATALOGUE)
        .then(
            answer ->
                TradernetRow.readList(
                    command,
                    answer.get("found"),
                    row ->
                        new Listing(
                            row.needText("t"),
                            row.text("nm", "n").orElse(""),
                            row.text("isin").orElse(null),
                            row.text("x_curr").orElse(null),
                            row.whole("mkt_id").orElse(null))));
  }

  public Result<Instrument> instrument(String symbol) {
    String command = "getSecurityInfo";
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("ticker", symbol);
    parameters.put("sup", true);
    return client
        .read(command, parameters, Urgency.CATALOGUE)
        .then(
            answer ->
                TradernetRow.readOne(
                    command,
                    answer,
                    row ->
                        new Instrument(
                            row.text("nt_ticker").orElse(symbol),
                            row.needText("currency"),
                            row.needPositive("min_step"),
                            row.needPositive("lot"))));
  }

  /** All markets that the broker tells of; one that is missing is unknown, not closed. */
  public Result<List<Market>> markets() {
    String command = "getMarketStatus";
    return client
        .read(command, Map.of("market", "*"), Urgency.QUOTES)
        .then(
            answer -> {
              JsonNode markets = answer.get("markets") == null ? answer : answer.get("markets");
              return TradernetRow.readList(
                  command,
                  markets.get("m"),
                  row -> new Market(row.needText("n2"), row.needText("n"), row.needText("s")));
            });
  }

  /**
   * How much of each currency one unit of the base is.
   *
   * @param day null for today
   * @return all that were asked for, or WIRE_MALFORMED naming those that are missing
   */
  public Result<Map<Currency, BigDecimal>> rates(
      Currency base, Set<Currency> currencies, @Nullable LocalDate day) {
    String command = "getCrossRatesForDate";
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("base_currency", base.code());
    parameters.put("currencies", new TreeSet<>(currencies).stream().map(Currency::code).toList());
    if (day != null) {
      parameters.put("date", day.toString());
    }
    return client
        .read(command, parameters, Urgency.QUOTES)
        .then(answer -> rates(command, currencies, answer.get("rates")));
  }

  private static Result<Map<Currency, BigDecimal>> rates(
      String command, Set<Currency> currencies, @Nullable JsonNode rates) {
    Map<Currency, BigDecimal> read = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (Currency currency : new TreeSet<>(currencies)) {
      Optional<BigDecimal> rate =
          TolerantJson.decimal(rates == null ? null : rates.get(currency.code()))
              .filter(number -> number.signum() > 0);
      rate.ifPresentOrElse(
          number -> read.put(currency, number), () -> missing.add(currency.code()));
    }
    return missing.isEmpty()
        ? Result.success(read)
        : WireReason.WIRE_MALFORMED.failure(
            "expected rates above zero of %s in the answer to %s, found none"
                .formatted(missing, command));
  }

  /** A check before an order. */
  public Result<Permission> permission(String symbol) {
    String command = "checkAllowedTickerAndBanOnTrade";
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("ticker", symbol);
    parameters.put("checkBan", true);
    return client
        .read(command, parameters, Urgency.ORDER_STATUS)
        .then(
            answer ->
                TradernetRow.readOne(
                    command,
                    answer,
                    row ->
                        new Permission(
                            row.needText("allowed").matches("1|true"),
                            row.text("restriction").orElse(""))));
  }
}
