package dev.arduinotrader.portfolio.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerStatement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementCsvTest {
  private static final Instant AT = Instant.parse("2026-03-02T18:00:00Z");

  @Test
  void readsSecuritiesAndCash() {
    String text = "isin,quantity,currency,amount\nUS0378331005,10,,\n,,EUR,-12.50\n";
    assertThat(StatementCsv.read(text, AT).orElseThrow())
        .isEqualTo(
            new BrokerStatement(
                AT,
                0,
                List.of(Money.of("-12.50", Currency.EUR)),
                List.of(new BrokerStatement.Holding(Isin.of("US0378331005"), Quantity.of(10)))));
  }

  @Test
  void aSectionWithoutColumnsIsMissingAndNotEmpty() {
    assertThat(StatementCsv.read("isin,quantity\nUS0378331005,10\n", AT).orElseThrow().missing())
        .containsExactly("cash");
    assertThat(StatementCsv.read("currency,amount\nEUR,1\n", AT).orElseThrow().missing())
        .containsExactly("holdings");
  }

  @Test
  void everyFaultIsNamedWithItsPlace() {
    String text =
        "isin,quantity,currency,amount\nUS0378331005,ten,,\n,,EUR,\n,5,,\nUS0378331005,1,EUR,1\n";
    assertThat(StatementCsv.read(text, AT).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("line 2.quantity", "line 3.amount", "line 4.isin", "line 5.isin");
  }
}
