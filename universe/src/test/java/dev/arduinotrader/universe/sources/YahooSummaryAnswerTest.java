package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.FakeUniverse;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class YahooSummaryAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Security SHELL = FakeUniverse.stock("GB00BP6MXD84", "SHEL.L", "GBX");

  private static Result<SourceFacts> read(String modules) {
    String text = "{\"quoteSummary\": {\"result\": [" + modules + "], \"error\": null}}";
    return YahooSummaryAnswer.read("chart", SHELL, text, NOW);
  }

  private static List<String> facts(String modules) {
    return read(modules).orElseThrow().facts().stream()
        .map(fact -> fact.field().key() + " " + fact.value().toPlainString() + " " + fact.unit())
        .toList();
  }

  @Test
  void countsPricesInPenceAndTheMarketValueInPounds() {
    assertThat(
            facts(
                """
                {"summaryDetail": {"currency": "GBp", "marketCap": {"raw": 170000000000},
                  "fiftyTwoWeekLow": {"raw": 2200.5}},
                 "financialData": {"financialCurrency": "USD", "ebitda": {"raw": 60000000000}}}
                """))
        .containsExactly("marketCap 170000000000 GBP", "low52Weeks 2200.5 GBX");
  }

  @Test
  void takesNoAmountWhoseCurrencyNobodySays() {
    assertThat(
            facts(
                """
                {"summaryDetail": {"trailingPE": "11.25", "marketCap": 170000000000},
                 "financialData": {"ebitda": 60000000000, "targetMeanPrice": 3100}}
                """))
        .containsExactly("trailingPe 11.25 ratio");
  }

  @Test
  void saysThatItHasNothingWhereTheSummaryIsEmpty() {
    assertThat(read("{\"summaryDetail\": {\"payoutRatio\": {}}}").problemOrThrow().code())
        .isEqualTo("SOURCE_NO_DATA");
  }
}
