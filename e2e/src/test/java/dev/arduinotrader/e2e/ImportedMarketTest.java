package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imported prices in two foreign currencies, one quoted in pence: three evenings of cycles. */
final class ImportedMarketTest {
  private static final String LAST_EVENING = "2023-05-30T22:01:00Z";

  private final Path folder;

  ImportedMarketTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void buysInDollarsAndPoundsOverThreeEveningsAndTheBooksBalanceToTheCent() {
    Trader trader = PreparedMarket.in(folder);
    trader.run("cycle", "--as-of", "2023-05-25T22:00:00Z").succeeded();
    trader.run("cycle", "--as-of", "2023-05-26T22:00:00Z").succeeded();
    trader.run("cycle", "--as-of", "2023-05-30T22:00:00Z").succeeded();

    Books books = new Books(trader.data());
    JsonNode trades = answer(trader, "trade", "list");
    List<JsonNode> bought = filledLegs(trades, "SECURITY");
    assertThat(bought).extracting(ImportedMarketTest::currency).contains("USD", "GBP");
    assertThat(bought).allSatisfy(leg -> isBookedToTheCent(books, leg));
    assertThat(filledLegs(trades, "EXCHANGE"))
        .isNotEmpty()
        .hasSize(Math.toIntExact(books.transactions("EXCHANGE")));
    books.assertAgreeWithTheBroker();

    JsonNode portfolio = answer(trader, "portfolio", "show");
    assertThat(portfolio.path("total").path("amount").asText())
        .isEqualTo(independentTotal(portfolio).toPlainString());
    assertThat(portfolio.path("unknown")).isEmpty();
    assertThat(portfolio.path("openOrders")).isNotEmpty();
  }

  @Test
  void refusesAClockThatGoesBack() {
    Trader.Outcome earlier =
        PreparedMarket.in(folder).run("cycle", "--as-of", "2023-05-20T22:00:00Z");

    assertThat(earlier.exitCode()).isEqualTo(5);
    assertThat(earlier.err()).contains("2023-05-25T2", "found 2023-05-20T22:00", "--as-of");
  }

  private static JsonNode answer(Trader trader, String noun, String verb) {
    return trader.run(noun, verb, "-o", "json", "--as-of", LAST_EVENING).succeeded().json();
  }

  private static List<JsonNode> filledLegs(JsonNode page, String kind) {
    return page.path("trades")
        .valueStream()
        .flatMap(trade -> trade.path("legs").valueStream())
        .filter(leg -> leg.path("kind").asText().equals(kind))
        .filter(leg -> leg.path("state").asText().equals("FILLED"))
        .toList();
  }

  private static String currency(JsonNode leg) {
    return currency(leg.path("averagePrice").path("unit").asText());
  }

  private static String currency(String unit) {
    return unit.equals("GBX") ? "GBP" : unit;
  }

  /** What units at a price are worth in their currency: pence become pounds, then cents. */
  private static BigDecimal value(JsonNode price, JsonNode quantity) {
    BigDecimal value = new BigDecimal(price.path("value").asText());
    boolean pence = price.path("unit").asText().equals("GBX");
    return (pence ? value.movePointLeft(2) : value)
        .multiply(new BigDecimal(quantity.asText()))
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  /** The cash that left is price times quantity and the commission, in the security's currency. */
  private static void isBookedToTheCent(Books books, JsonNode leg) {
    assertThat(leg.path("fills")).hasSize(1);
    JsonNode fill = leg.path("fills").path(0);
    BigDecimal gross = value(leg.path("averagePrice"), leg.path("filled"));
    BigDecimal commission = new BigDecimal(fill.path("commission").path("amount").asText());
    assertThat(fill.path("commission").path("currency").asText()).isEqualTo(currency(leg));
    assertThat(books.postings(fill.path("executionId").asText()))
        .as(leg.toString())
        .containsEntry(
            "assets:cash " + currency(leg), gross.add(commission).negate().stripTrailingZeros());
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
      total =
          total.add(
              euros(
                  portfolio,
                  value(position.path("price"), position.path("quantity")),
                  currency(position.path("price").path("unit").asText())));
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
