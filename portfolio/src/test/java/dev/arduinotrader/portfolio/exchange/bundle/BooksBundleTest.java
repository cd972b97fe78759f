package dev.arduinotrader.portfolio.exchange.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.model.RandomHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksBundleTest {
  private static final Account ACCOUNT =
      new Account(
          AccountId.of("family"),
          Currency.EUR,
          "file",
          Environment.PAPER,
          Instant.parse("2024-01-02T03:04:05.678901Z"));
  private static final int HISTORIES = 1_000;

  @Test
  void aThousandHistoriesComeBackAsTheyWereAndAreWrittenAlike() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      RandomHistory random = new RandomHistory(seed);
      List<BrokerMovement> history = random.next(40);
      BooksBundle written = new BooksBundle(ACCOUNT, history);
      BooksBundle read = BundleReader.read(written.text()).orElseThrow();
      assertThat(read).as("seed %d", seed).isEqualTo(written);
      assertThat(read.text()).as("seed %d", seed).isEqualTo(written.text());
      assertThat(read.movements()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(history);
    }
  }

  @Test
  void theOrderOfArrivalDoesNotShow() {
    List<BrokerMovement> history = new RandomHistory(7).next(40);
    assertThat(new BooksBundle(ACCOUNT, history.reversed()).text())
        .isEqualTo(new BooksBundle(ACCOUNT, history).text());
  }

  @Test
  void everyFaultIsNamedWithItsLine() {
    String text =
        """
        {"format":"arduino-trader-books","version":2,
        "account":{"accountId":"a","baseCurrency":"EUR","broker":"file","environment":"PAPER",
        "openedAt":"2024-01-02T00:00:00Z"},
        "movements":[
        {"entry":"GIFT"},
        {"entry":"REVERSAL","sourceId":"r","at":"2024-01-02T00:00:00Z","reason":"no"},
        {"entry":"REVERSAL","sourceId":null,"at":"2024-01-02T00:00:00Z","reversedSourceId":"m",
        "reason":"no"},
        {"entry":"CASH_ADJUSTMENT","sourceId":"c","at":"2024-01-02T00:00:00Z",
        "amount":{"amount":"1.00","currency":"XXQ9"},"evidence":""},
        7
        ]}
        """;
    assertThat(BundleReader.read(text).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("line 5", "line 6", "line 7", "line 9", "line 11", "line 1");
  }

  @Test
  void aFileThatEndsEarlyIsRefused() {
    String text = new BooksBundle(ACCOUNT, new RandomHistory(3).next(5)).text();
    assertThat(BundleReader.read(text.substring(0, text.length() - 40)).isSuccess()).isFalse();
    assertThat(BundleReader.read("[]").isSuccess()).isFalse();
    assertThat(BundleReader.read("{}").isSuccess()).isFalse();
  }
}
