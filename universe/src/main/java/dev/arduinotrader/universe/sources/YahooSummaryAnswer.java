package dev.arduinotrader.universe.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.tradernet.TolerantJson;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.FundamentalField;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Summary JSON read into dated facts; what is missing, null or endless is absent. */
final class YahooSummaryAnswer {
  /** The parts of the summary that have facts. */
  static final String MODULES = "summaryDetail,defaultKeyStatistics,financialData";

  /** One fact's place; some numbers come in percents where a fraction is meant. */
  private record Place(FundamentalField field, String module, String key, boolean inPercent) {}

  private static final List<Place> PLACES =
      List.of(
          at(FundamentalField.TRAILING_PE, "summaryDetail", "trailingPE"),
          at(FundamentalField.FORWARD_PE, "summaryDetail", "forwardPE"),
          at(FundamentalField.PRICE_TO_SALES, "summaryDetail", "priceToSalesTrailing12Months"),
          at(FundamentalField.DIVIDEND_YIELD, "summaryDetail", "dividendYield"),
          inPercent(
              FundamentalField.FIVE_YEAR_AVERAGE_YIELD,
              "summaryDetail",
              "fiveYearAvgDividendYield"),
          at(FundamentalField.PAYOUT_RATIO, "summaryDetail", "payoutRatio"),
          at(FundamentalField.MARKET_CAP, "summaryDetail", "marketCap"),
          at(FundamentalField.LOW_52_WEEKS, "summaryDetail", "fiftyTwoWeekLow"),
          at(FundamentalField.HIGH_52_WEEKS, "summaryDetail", "fiftyTwoWeekHigh"),
          at(FundamentalField.PEG, "defaultKeyStatistics", "pegRatio"),
          at(FundamentalField.PRICE_TO_BOOK, "defaultKeyStatistics", "priceToBook"),
          at(FundamentalField.EARNINGS_PER_SHARE, "defaultKeyStatistics", "trailingEps"),
          at(FundamentalField.EBITDA, "financialData", "ebitda"),
          at(FundamentalField.REVENUE_GROWTH, "financialData", "revenueGrowth"),
          at(FundamentalField.EARNINGS_GROWTH, "financialData", "earningsGrowth"),
          at(FundamentalField.PROFIT_MARGIN, "financialData", "profitMargins"),
          at(FundamentalField.OPERATING_MARGIN, "financialData", "operatingMargins"),
          at(FundamentalField.RETURN_ON_EQUITY, "financialData", "returnOnEquity"),
          inPercent(FundamentalField.DEBT_TO_EQUITY, "financialData", "debtToEquity"),
          at(FundamentalField.CURRENT_RATIO, "financialData", "currentRatio"),
          at(FundamentalField.TARGET_PRICE, "financialData", "targetMeanPrice"),
          at(FundamentalField.ANALYSTS, "financialData", "numberOfAnalystOpinions"));

  private YahooSummaryAnswer() {}

  private static Place at(FundamentalField field, String module, String key) {
    return new Place(field, module, key, false);
  }

  private static Place inPercent(FundamentalField field, String module, String key) {
    return new Place(field, module, key, true);
  }

  /**
   * Reads the answer about a security.
   *
   * @return SOURCE_BROKEN when it is no such JSON, SOURCE_NO_DATA when it says that it has none,
   *     SOURCE_OTHER_UNIT when it counts in another currency
   */
  static Result<SourceFacts> read(String source, Security security, String text, Instant now) {
    JsonNode summary;
    try {
      summary = Json.mapper().readTree(text).path("quoteSummary");
    } catch (JsonProcessingException e) {
      return broken(security, text);
    }
    if (summary.path("error").isObject()) {
      return SourceReason.SOURCE_NO_DATA.failure(
          "the summary of %s was refused: %s"
              .formatted(
                  security.symbol(),
                  summary.path("error").path("description").asText("no reason given")));
    }
    JsonNode result = summary.path("result").path(0);
    if (!result.isObject()) {
      return broken(security, text);
    }
    String currency = TolerantJson.text(result.path("summaryDetail").get("currency")).orElse(null);
    return QuoteUnits.same(source, security, currency)
        .map(done -> facts(source, security, result, now))
        .then(facts -> facts.isEmpty() ? none(source, security) : Result.success(facts));
  }

  /** An empty summary is none, so that the next source is asked. */
  private static Result<SourceFacts> none(String source, Security security) {
    return SourceReason.SOURCE_NO_DATA.failure(
        "expected facts about %s at %s, found none".formatted(security.symbol(), source));
  }

  private static Result<SourceFacts> broken(Security security, String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return SourceReason.SOURCE_BROKEN.failure(
        "expected a summary of %s as JSON, found '%s'"
            .formatted(security.symbol(), line.substring(0, Math.min(line.length(), 60))));
  }

  private static SourceFacts facts(String source, Security security, JsonNode result, Instant now) {
    List<Fundamental> facts = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    for (Place place : PLACES) {
      Optional<BigDecimal> value = value(place, result);
      if (value.isEmpty() || !isInCurrency(place.field(), security, result)) {
        continue;
      }
      Optional<String> objection = place.field().objection(value.get());
      if (objection.isPresent()) {
        rejected.add(
            "%s: expected %s, found %s".formatted(place.key(), objection.get(), value.get()));
      } else {
        facts.add(
            new Fundamental(
                security.isin(),
                place.field(),
                value.get(),
                place.field().unit(security.quoteUnit()),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                source));
      }
    }
    return new SourceFacts(facts, rejected);
  }

  private static Optional<BigDecimal> value(Place place, JsonNode result) {
    JsonNode node = result.path(place.module()).path(place.key());
    return TolerantJson.decimal(node.isObject() ? node.get("raw") : node)
        .map(value -> place.inPercent() ? value.movePointLeft(2) : value);
  }

  /**
   * Whether an amount is in the security's own currency. Amounts of the books are in the company's,
   * which may be another one; where the answer names none, nobody knows what was counted.
   */
  private static boolean isInCurrency(FundamentalField field, Security security, JsonNode result) {
    Optional<String> ofBooks =
        TolerantJson.text(result.path("financialData").get("financialCurrency"));
    Optional<String> ofPrices = TolerantJson.text(result.path("summaryDetail").get("currency"));
    String own = security.quoteUnit().currency().code();
    return switch (field.measure()) {
      case RATIO, FRACTION, SHARE, SCORE, COUNT -> true;
      case PRICE -> ofPrices.isPresent();
      case MONEY ->
          (field == FundamentalField.EBITDA || field == FundamentalField.EARNINGS_PER_SHARE)
              ? ofBooks.filter(own::equals).isPresent()
              : ofPrices.isPresent();
    };
  }
}
