package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeUniverseTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private final FakeUniverse fake =
      new FakeUniverse()
          .with(FakeUniverse.stock("US0378331005", "AAPL", "USD"))
          .closesUntil(APPLE, LocalDate.of(2026, 1, 5), 10, 11, 12)
          .quote(APPLE, "12.5", Instant.parse("2026-01-06T14:30:00Z"))
          .rate(Currency.EUR, Currency.USD, "1.25", Instant.parse("2026-01-01T15:00:00Z"));

  @Test
  void showsNothingThatIsNotKnownYet() {
    Collected<SecurityHistory> sink = new Collected<>();
    fake.getPriceHistories(
        Contexts.at("2026-01-05T20:59:59Z"), new HistoryRequest(List.of(), 10, null), sink);
    assertThat(sink.parts().getFirst().closes().closes()).containsExactly(10, 11);
  }

  @Test
  void turnsClosesIntoTheCurrencyAskedFor() {
    Collected<SecurityHistory> sink = new Collected<>();
    fake.getPriceHistories(
        Contexts.at("2026-01-07T00:00:00Z"), new HistoryRequest(List.of(), 1, Currency.EUR), sink);
    assertThat(sink.parts().getFirst().closes().closes()).containsExactly(12 * 0.8);
  }

  @Test
  void givesTheLatestQuoteAndTheFirstOneAfterAnInstant() {
    Quotes latest =
        fake.getQuotes(Contexts.at("2026-01-07T00:00:00Z"), QuoteRequest.latest(List.of(APPLE)))
            .orElseThrow();
    Quotes first =
        fake.getQuotes(
                Contexts.at("2026-01-07T00:00:00Z"),
                new QuoteRequest(
                    List.of(
                        new QuoteRequest.Question(APPLE, Instant.parse("2026-01-02T21:00:00Z")))))
            .orElseThrow();
    assertThat(latest.quotes().getFirst().price()).hasToString("12.5 USD");
    assertThat(first.quotes().getFirst().price()).hasToString("12 USD");
  }

  @Test
  void failsAsToldAndRecovers() {
    assertThat(fake.unreachable().getSecurity(Contexts.at("2026-01-07T00:00:00Z"), APPLE))
        .extracting(result -> result.isSuccess())
        .isEqualTo(false);
    assertThat(fake.failWith(null).getSecurity(Contexts.at("2026-01-07T00:00:00Z"), APPLE))
        .extracting(result -> result.isSuccess())
        .isEqualTo(true);
  }
}
