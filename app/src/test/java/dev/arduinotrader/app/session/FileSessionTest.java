package dev.arduinotrader.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSessionTest {
  @Test
  void withoutPricesNothingMadeUpValuesRealMoney(@TempDir Path directory) throws IOException {
    Path transactions =
        Files.writeString(
            directory.resolve("tx.csv"),
            "date,kind,currency,amount\n2023-01-02,DEPOSIT,EUR,1000\n2023-01-02,DEPOSIT,USD,500\n");
    SessionOptions options =
        new SessionOptions(directory, null, null, null, AccountId.of("any"), Map.of());
    FileSession.Input input = new FileSession.Input(transactions, null, Currency.EUR);
    try (Session session = FileSession.open(options, input).orElseThrow()) {
      Summary summary =
          session
              .services()
              .portfolio()
              .getSummary(session.context(Duration.ofSeconds(20)), OpenExposure.NONE)
              .orElseThrow();
      assertThat(summary.total()).isNull();
      assertThat(summary.rates()).isEmpty();
      assertThat(summary.unknown().getFirst()).contains("no rate of EUR/USD");
    }
  }
}
