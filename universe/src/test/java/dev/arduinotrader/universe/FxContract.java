package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.testkit.Contexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The age and the history of exchange rates, in every way in which the universe can be reached. */
abstract class FxContract extends UniverseSuite {
  private static final Currency GBP = Currency.of("GBP");

  private FxRates euroDollar(String now) {
    return service
        .getFxRates(Contexts.at(now), new FxRequest(Currency.EUR, List.of(Currency.USD), null))
        .orElseThrow();
  }

  private FxHistoryPage history(String now, Currency base, Currency quote, int limit) {
    LocalDate from = LocalDate.parse("2023-05-01");
    LocalDate to = LocalDate.parse("2023-06-30");
    return service
        .getFxHistory(Contexts.at(now), new FxHistoryRequest(base, quote, from, to, limit))
        .orElseThrow();
  }

  @Test
  void namesARateAsStaleOnceItsSourceHasFallenSilent() {
    importSmallMarket();
    assertThat(euroDollar("2023-06-01T14:00:00Z").stale()).isEmpty();
    FxRates late = euroDollar("2023-06-02T14:00:00Z");
    assertThat(late.rates()).hasSize(1);
    assertThat(late.stale()).containsExactly(new StaleRate("EUR/USD", 3));
  }

  @Test
  void holdsNoRateStaleForAWeekend() {
    importSmallMarket();
    assertThat(euroDollar("2023-05-29T13:00:00Z").stale()).isEmpty();
  }

  @Test
  void saysNothingOfAgeWhenTheFirstRateAfterAnInstantIsWanted() {
    importSmallMarket();
    FxRequest request =
        new FxRequest(Currency.EUR, List.of(Currency.USD), Instant.parse("2023-05-25T12:00:00Z"));
    FxRates rates = service.getFxRates(Contexts.at("2026-01-05T12:00:00Z"), request).orElseThrow();
    assertThat(rates.rates()).hasSize(1);
    assertThat(rates.stale()).isEmpty();
  }

  @Test
  void givesTheDailyRatesOfAPairInBothDirections() {
    importSmallMarket();
    assertThat(history("2023-05-30T22:00:00Z", Currency.EUR, Currency.USD, 10).rates())
        .extracting(FxRate::toString)
        .containsExactly("EUR/USD 1.0735", "EUR/USD 1.0751", "EUR/USD 1.0744");
    FxRate dollar =
        history("2023-05-30T22:00:00Z", Currency.USD, Currency.EUR, 10).rates().getLast();
    assertThat(dollar.rate().doubleValue()).isCloseTo(1 / 1.0744, within(1e-15));
    assertThat(dollar.knownAt()).isEqualTo("2023-05-30T14:00:00Z");
    assertThat(dollar.source()).isEqualTo("ECB");
  }

  @Test
  void crossesTheDailyRatesOfEachDate() {
    importSmallMarket();
    FxHistoryPage page = history("2023-05-30T22:00:00Z", GBP, Currency.USD, 10);
    assertThat(page.rates()).hasSize(3);
    assertThat(page.rates().getFirst().rate().doubleValue())
        .isCloseTo(1.0735 / 0.86793, within(1e-15));
  }

  @Test
  void showsNoFixingBeforeItIsMade() {
    importSmallMarket();
    assertThat(history("2023-05-30T13:59:59Z", Currency.EUR, Currency.USD, 10).rates()).hasSize(2);
  }

  @Test
  void turnsThePagesOfAHistory() {
    importSmallMarket();
    FxHistoryPage page = history("2023-05-30T22:00:00Z", Currency.EUR, Currency.USD, 2);
    assertThat(page.rates()).hasSize(2);
    assertThat(page.nextFrom()).isEqualTo("2023-05-30");
  }

  @Test
  void refusesAPairItHasNoRatesOf() {
    importSmallMarket();
    LocalDate day = LocalDate.parse("2023-05-30");
    assertThat(
            service
                .getFxHistory(
                    AFTER_ALL, new FxHistoryRequest(Currency.EUR, Currency.of("CHF"), day, day, 10))
                .problemOrThrow()
                .kind())
        .isEqualTo(FailureKind.NOT_FOUND);
    assertThat(
            service
                .getFxHistory(AFTER_ALL, new FxHistoryRequest(GBP, GBP, day, day.minusDays(1), 0))
                .problemOrThrow()
                .faults())
        .hasSize(3);
  }

  @Test
  void addsTheDailyXmlToTheHistory() {
    importSmallMarket();
    SmallMarket.write(
        directory.resolve("rates"),
        "eurofxref-daily.xml",
        """
        <gesmes:Envelope>
        <Cube><Cube time='2023-05-31'><Cube currency='USD' rate='1.0683'/></Cube></Cube>
        </gesmes:Envelope>
        """);
    importing("import-daily", directory.resolve("rates")).orElseThrow();
    assertThat(euroDollar("2023-05-31T14:00:00Z").rates())
        .extracting(FxRate::toString)
        .containsExactly("EUR/USD 1.0683");
    assertThat(history("2023-05-31T22:00:00Z", Currency.EUR, Currency.USD, 10).rates()).hasSize(4);
  }

  @Test
  void neverHoldsARateOfTheSampleMarketStale() {
    assertThat(euroDollar("2026-11-22T12:00:00Z").stale()).isEmpty();
    assertThat(history("2026-11-22T12:00:00Z", Currency.EUR, Currency.USD, 5_000).rates())
        .hasSize(45);
  }
}
