package dev.arduinotrader.portfolio.exchange.ghostfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.SymbolFinder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GhostfolioJsonTest {
  private static final SymbolFinder UNIVERSE =
      symbol ->
          switch (symbol) {
            case "AAPL" -> List.of(Isin.of("US0378331005"));
            case "BP.L" -> List.of(Isin.of("GB0007980591"));
            case "TWO" -> List.of(Isin.of("US0378331005"), Isin.of("GB0007980591"));
            default -> List.of();
          };

  private static String activity(
      String type, String symbol, String currency, String quantity, String price, String fee) {
    return """
    {"accountId":"a-1","comment":null,"fee":%s,"quantity":%s,"type":"%s","unitPrice":%s,
    "currency":"%s","dataSource":"YAHOO","date":"2024-03-01T00:00:00.000Z","symbol":"%s",
    "tags":[]}\
    """
        .formatted(fee, quantity, type, price, currency, symbol);
  }

  private static String file(String... activities) {
    return """
    {"meta":{"date":"2024-05-01T00:00:00.000Z","version":"dev"},"accounts":[],
    "assetProfiles":[{"symbol":"OWN","isin":"DE0007164600"},{"symbol":"x","isin":null}],
    "activities":[%s],"user":{"settings":{"currency":"EUR"}}}\
    """
        .formatted(String.join(",", activities));
  }

  @Test
  void everyTypeThatHasAHomeIsRead() {
    List<BrokerMovement> movements =
        GhostfolioJson.read(
                file(
                    activity("BUY", "AAPL", "USD", "5", "298.58", "19"),
                    activity("SELL", "BP.L", "GBp", "100", "450.5", "250"),
                    activity("DIVIDEND", "OWN", "EUR", "10", "1.1", "2.5"),
                    activity("FEE", "fa57", "EUR", "0", "0", "49"),
                    activity("INTEREST", "fa58", "EUR", "1", "7.25", "0")),
                UNIVERSE)
            .orElseThrow();
    assertThat(movements.get(0))
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            buy -> {
              assertThat(buy.gross()).hasToString("1492.90 USD");
              assertThat(buy.commission()).hasToString("19.00 USD");
              assertThat(buy.at()).isEqualTo(Instant.parse("2024-03-01T12:00:00Z"));
            });
    assertThat(movements.get(1))
        .isInstanceOfSatisfying(
            BrokerMovement.Execution.class,
            sale -> {
              assertThat(sale.gross()).hasToString("450.50 GBP");
              assertThat(sale.commission()).hasToString("2.50 GBP");
            });
    assertThat(movements.get(2))
        .isInstanceOfSatisfying(
            LedgerEntry.Dividend.class,
            dividend -> {
              assertThat(dividend.isin().value()).isEqualTo("DE0007164600");
              assertThat(dividend.net()).hasToString("8.50 EUR");
            });
    assertThat(movements.subList(3, 5))
        .map(BrokerMovement.CashFlow.class::cast)
        .map(flow -> flow.kind() + " " + flow.amount())
        .containsExactly("FEE -49.00 EUR", "INTEREST 7.25 EUR");
  }

  @Test
  void theSameActivitiesHaveTheSameIdsAndTwoAlikeHaveTwo() {
    String one = activity("FEE", "fa57", "EUR", "0", "0", "49");
    List<BrokerMovement> read = GhostfolioJson.read(file(one, one), UNIVERSE).orElseThrow();
    assertThat(read.get(0).sourceId()).isNotEqualTo(read.get(1).sourceId());
    assertThat(GhostfolioJson.read(file(one), UNIVERSE).orElseThrow().getFirst())
        .isEqualTo(read.getFirst());
  }

  @Test
  void everySymbolThatIsNotOneSecurityIsNamedOnce() {
    List<Fault> faults =
        GhostfolioJson.read(
                file(
                    activity("BUY", "MSFT", "USD", "5", "298.58", "19"),
                    activity("SELL", "MSFT", "USD", "5", "298.58", "19"),
                    activity("BUY", "TWO", "USD", "5", "298.58", "19")),
                UNIVERSE)
            .problemOrThrow()
            .faults();
    assertThat(faults).extracting(Fault::place).containsExactly("symbol MSFT", "symbol TWO");
    assertThat(faults.getFirst().message()).contains("--map MSFT=ISIN");
  }

  @Test
  void whatHasNoHomeIsRefusedWithItsPlace() {
    List<Fault> faults =
        GhostfolioJson.read(
                file(
                    activity("ITEM", "AAPL", "USD", "1", "5", "0"),
                    activity("LIABILITY", "AAPL", "USD", "1", "5", "0"),
                    activity("BUY", "AAPL", "USD", "0", "0", "0"),
                    activity("GIFT", "AAPL", "USD", "1", "1", "0"),
                    activity("BUY", "AAPL", "US", "1", "1", "0"),
                    activity("BUY", "AAPL", "USD", "-1", "1", "0"),
                    activity("BUY", "AAPL", "USD", "1", "1", "0.001"),
                    activity("FEE", "f", "USD", "1", "1", "5").replace("a-1", "a-2")),
                UNIVERSE)
            .problemOrThrow()
            .faults();
    assertThat(faults)
        .extracting(Fault::place)
        .containsExactly(
            "activities[0].type",
            "activities[1].type",
            "activities[2].quantity",
            "activities[3].type",
            "activities[4].currency",
            "activities[5].quantity",
            "activities[6].BUY",
            "activities[7].fee",
            "activities");
    assertThat(GhostfolioJson.read("[]", UNIVERSE).isSuccess()).isFalse();
    assertThat(GhostfolioJson.read("{\"activities\":", UNIVERSE).isSuccess()).isFalse();
  }
}
