package dev.arduinotrader.portfolio.exchange.ghostfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.portfolio.exchange.text.BooksTag;
import dev.arduinotrader.portfolio.exchange.text.RowFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Writes what {@link GhostfolioJson} reads, one activity in a line. */
public final class GhostfolioFormat implements RowFormat {
  private static final String MANUAL = "MANUAL";
  private static final List<String> PROFILE_LISTS =
      List.of("countries", "holdings", "marketData", "sectors");
  private static final List<String> PROFILE_NULLS =
      List.of("assetClass", "assetSubClass", "comment", "isin", "url");

  private final Function<Isin, String> tickers;
  private final SymbolFinder back;

  /**
   * @param tickers symbols of securities, empty for those without; those are named by their ISIN
   * @param back what the symbols mean when they are read again
   */
  public GhostfolioFormat(Function<Isin, String> tickers, SymbolFinder back) {
    this.tickers = tickers;
    this.back = back;
  }

  @Override
  public Result<List<String>> rows(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution execution -> execution(execution);
      case BrokerMovement.Exchange ignored -> noHome("there is no type for an exchange of money");
      case BrokerMovement.CashFlow flow -> flow(flow);
      case LedgerEntry.Dividend dividend -> dividend(dividend);
      case LedgerEntry.OpeningPosition ignored ->
          noHome("there is no type for units from before the books");
      case LedgerEntry.CorporateAction action -> noHome("there is no type for a " + action.kind());
      case LedgerEntry.Reversal ignored -> noHome("there is no type for a reversal");
      case LedgerEntry.CashAdjustment ignored ->
          noHome("there is no type for an adjustment of cash");
      case LedgerEntry.UnitsAdjustment ignored ->
          noHome("there is no type for an adjustment of units");
    };
  }

  private static Result<List<String>> noHome(String why) {
    return Result.failure(Problem.invalid("", why));
  }

  @Override
  public String text(List<String> rows) {
    SortedMap<String, String> profiles = new TreeMap<>();
    for (String row : rows) {
      JsonNode node = parse(row);
      if (node.path("dataSource").asText().equals(MANUAL)) {
        profiles.put(node.path("symbol").asText(), profile(node));
      }
    }
    return "{\"meta\":{\"version\":\"arduino-trader\"},\n\"accounts\":[],\n\"assetProfiles\":["
        + lines(List.copyOf(profiles.values()))
        + "],\n\"platforms\":[],\n\"tags\":[],\n\"activities\":["
        + lines(rows)
        + "]}\n";
  }

  private static String lines(List<String> rows) {
    return rows.isEmpty() ? "" : "\n" + String.join(",\n", rows) + "\n";
  }

  private static JsonNode parse(String row) {
    try {
      return Json.mapper().readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of our own is JSON", e);
    }
  }

  /** What an activity without a security is about. */
  private static String profile(JsonNode activity) {
    String type = activity.path("type").asText();
    ObjectNode profile = Json.mapper().createObjectNode();
    profile.put("currency", activity.path("currency").asText());
    profile.put("dataSource", MANUAL);
    profile.put("isActive", true);
    profile.put("name", type.equals("FEE") ? "Fees" : "Interest");
    profile.put("symbol", activity.path("symbol").asText());
    PROFILE_LISTS.forEach(profile::putArray);
    PROFILE_NULLS.forEach(profile::putNull);
    return Json.write(profile);
  }

  @Override
  public Result<List<BrokerMovement>> read(String text) {
    return GhostfolioJson.read(text, back);
  }

  private static String row(
      BrokerMovement movement,
      Activity.Type type,
      QuoteUnit unit,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal fee,
      String dataSource,
      String symbol,
      BooksTag tag) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.putNull("accountId");
    node.put("comment", tag.text());
    node.put("fee", plain(fee));
    node.put("quantity", plain(quantity));
    node.put("type", type.name());
    node.put("unitPrice", plain(unitPrice));
    node.put("currency", GhostfolioUnits.code(unit));
    node.put("dataSource", dataSource);
    node.put("date", movement.at().toString());
    node.put("symbol", symbol);
    node.putArray("tags");
    return Json.write(node);
  }

  private static BigDecimal plain(BigDecimal value) {
    return new BigDecimal(value.toPlainString());
  }

  private String symbol(Isin isin) {
    String ticker = tickers.apply(isin);
    return ticker.isEmpty() ? isin.value() : ticker;
  }

  private Result<List<String>> execution(BrokerMovement.Execution execution) {
    QuoteUnit unit = execution.price().unit();
    Money fee = execution.commission();
    boolean together = fee.currency().equals(unit.currency());
    Map<String, String> tag = new TreeMap<>(Map.of(BooksTag.ID, execution.sourceId()));
    if (!execution.clientOrderId().value().equals(execution.sourceId())) {
      tag.put(BooksTag.ORDER, execution.clientOrderId().value());
    }
    if (!execution.price().times(execution.quantity()).equals(execution.gross())) {
      tag.put(BooksTag.GROSS, execution.gross().amount().toPlainString());
    }
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            execution,
            Activity.Type.valueOf(execution.side().name()),
            unit,
            execution.quantity().value(),
            execution.price().value(),
            together ? GhostfolioUnits.inUnit(fee, unit) : BigDecimal.ZERO,
            "YAHOO",
            symbol(execution.isin()),
            new BooksTag("", tag)));
    if (!together) {
      Map<String, String> feeTag = Map.of(BooksTag.FEE_OF, execution.sourceId());
      rows.add(feeRow(execution, fee, new BooksTag("", feeTag)));
    }
    return Result.success(rows);
  }

  private static String feeRow(BrokerMovement movement, Money fee, BooksTag tag) {
    return row(
        movement,
        Activity.Type.FEE,
        QuoteUnit.of(fee.currency()),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        fee.amount(),
        MANUAL,
        manual("fees", fee),
        tag);
  }

  /** An id of what is no security; always the same one for a currency. */
  private static String manual(String what, Money amount) {
    String name = "arduino-trader " + what + " " + amount.currency();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Result<List<String>> flow(BrokerMovement.CashFlow flow) {
    BooksTag tag = new BooksTag(flow.note(), Map.of(BooksTag.ID, flow.sourceId()));
    boolean came = flow.amount().isPositive();
    return switch (flow.kind()) {
      case FEE ->
          came
              ? noHome("there is no type for a fee that is paid back")
              : Result.success(List.of(feeRow(flow, flow.amount().abs(), tag)));
      case INTEREST ->
          came
              ? Result.success(List.of(interest(flow, tag)))
              : noHome("there is no type for interest that is paid");
      case DEPOSIT, WITHDRAWAL, DIVIDEND, TAX -> noHome("there is no type for a " + flow.kind());
    };
  }

  private static String interest(BrokerMovement.CashFlow flow, BooksTag tag) {
    return row(
        flow,
        Activity.Type.INTEREST,
        QuoteUnit.of(flow.amount().currency()),
        BigDecimal.ONE,
        flow.amount().amount(),
        BigDecimal.ZERO,
        MANUAL,
        manual("interest", flow.amount()),
        tag);
  }

  private Result<List<String>> dividend(LedgerEntry.Dividend dividend) {
    return dividend.gross().isPositive()
        ? Result.success(
            List.of(
                row(
                    dividend,
                    Activity.Type.DIVIDEND,
                    QuoteUnit.of(dividend.gross().currency()),
                    BigDecimal.ONE,
                    dividend.gross().amount(),
                    dividend.withheld().amount(),
                    "YAHOO",
                    symbol(dividend.isin()),
                    new BooksTag(dividend.note(), Map.of(BooksTag.ID, dividend.sourceId())))))
        : noHome("there is no type for a dividend taken back");
  }
}
