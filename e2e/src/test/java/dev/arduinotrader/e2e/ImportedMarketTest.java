package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imported prices in two foreign currencies, one quoted in pence: three evenings of cycles. */
final class ImportedMarketTest {
  private static final String US = "wishes.KO.minimumWeight=0.10";
  private static final String UK = "wishes.TSCO.L.minimumWeight=0.10";

  @TempDir private Path folder;

  @Test
  void buysInDollarsAndPoundsOverThreeEveningsAndTheBooksBalanceToTheCent() {
    Trader trader = prepared(new Trader(folder), folder);
    trader.run("cycle", "--as-of", "2023-05-25T22:00:00Z").succeeded();
    trader.run("cycle", "--as-of", "2023-05-26T22:00:00Z").succeeded();
    trader.run("cycle", "--as-of", "2023-05-30T22:00:00Z").succeeded();

    JsonNode trades = trades(trader, "2023-05-30T22:01:00Z");
    assertThat(filledCurrencies(trades)).contains("USD", "GBP");
    assertThat(exchanges(trades)).isNotEmpty();
    JsonNode portfolio = portfolio(trader, "2023-05-30T22:01:00Z");
    assertThat(portfolio.path("total").path("amount").asText())
        .isEqualTo(independentTotal(portfolio).toPlainString());
    assertThat(portfolio.path("unknown")).isEmpty();
  }

  @Test
  void refusesAClockThatGoesBack() {
    Trader trader = prepared(new Trader(folder), folder);
    trader.run("cycle", "--dry-run", "--as-of", "2023-05-26T22:00:00Z").succeeded();

    Trader.Outcome earlier = trader.run("cycle", "--as-of", "2023-05-20T22:00:00Z");

    assertThat(earlier.exitCode()).isNotZero();
    assertThat(earlier.err()).contains("2023-05-26");
  }

  /** Imports, deposits and wishes, on the evening before the first cycle. */
  static Trader prepared(Trader trader, Path folder) {
    MarketFiles.write(folder.resolve("files"));
    String evening = "2023-05-25T21:00:00Z";
    for (String part : List.of("us", "uk", "fx")) {
      trader
          .run(
              "universe",
              "import",
              folder.resolve("files").resolve(part).toString(),
              "--as-of",
              evening)
          .succeeded();
    }
    trader.run("portfolio", "deposit", "30000", "EUR", "--as-of", evening).succeeded();
    trader.run("policy", "set", US, UK, "--as-of", evening).succeeded();
    return trader;
  }

  static JsonNode trades(Trader trader, String asOf) {
    return trader.run("trade", "list", "-o", "json", "--as-of", asOf).succeeded().json();
  }

  static JsonNode portfolio(Trader trader, String asOf) {
    return trader.run("portfolio", "show", "-o", "json", "--as-of", asOf).succeeded().json();
  }

  private static List<String> filledCurrencies(JsonNode page) {
    List<String> currencies = new ArrayList<>();
    for (JsonNode trade : page.path("trades")) {
      for (JsonNode leg : trade.path("legs")) {
        if (leg.path("kind").asText().equals("SECURITY")
            && leg.path("state").asText().equals("FILLED")) {
          String unit = leg.path("averagePrice").path("unit").asText();
          currencies.add(unit.equals("GBX") ? "GBP" : unit);
        }
      }
    }
    return currencies;
  }

  private static List<String> exchanges(JsonNode page) {
    List<String> filled = new ArrayList<>();
    for (JsonNode trade : page.path("trades")) {
      for (JsonNode leg : trade.path("legs")) {
        if (leg.path("kind").asText().equals("EXCHANGE")
            && leg.path("state").asText().equals("FILLED")) {
          filled.add(leg.path("description").asText());
        }
      }
    }
    return filled;
  }

  /** Cash and holdings in euros from quantities, prices and rates alone. */
  private static BigDecimal independentTotal(JsonNode portfolio) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode balance : portfolio.path("balances")) {
      total =
          total.add(
              euros(
                  portfolio,
                  new BigDecimal(balance.path("total").path("amount").asText()),
                  balance.path("currency").asText()));
    }
    for (JsonNode position : portfolio.path("positions")) {
      String unit = position.path("price").path("unit").asText();
      BigDecimal price = new BigDecimal(position.path("price").path("value").asText());
      BigDecimal inCurrency = unit.equals("GBX") ? price.movePointLeft(2) : price;
      BigDecimal value =
          inCurrency
              .multiply(new BigDecimal(position.path("quantity").asText()))
              .setScale(2, RoundingMode.HALF_EVEN);
      total = total.add(euros(portfolio, value, unit.equals("GBX") ? "GBP" : unit));
    }
    return total;
  }

  private static BigDecimal euros(JsonNode portfolio, BigDecimal amount, String currency) {
    if (currency.equals("EUR")) {
      return amount;
    }
    for (JsonNode rate : portfolio.path("rates")) {
      if (rate.path("base").asText().equals("EUR")
          && rate.path("quote").asText().equals(currency)) {
        return amount.divide(new BigDecimal(rate.path("rate").asText()), 2, RoundingMode.HALF_EVEN);
      }
    }
    throw new AssertionError("no rate for " + currency + " in " + portfolio.path("rates"));
  }
}
