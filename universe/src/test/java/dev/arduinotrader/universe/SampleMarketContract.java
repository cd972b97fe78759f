package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every universe service answers about the sample market, wherever it runs. */
abstract class SampleMarketContract extends FundamentalsContract {
  @Test
  void servesTheSampleMarketUntilSomethingIsImported() {
    CallContext night = Contexts.at("2026-11-22T03:12:45.5Z");
    List<Security> simulated =
        service.getUniverse(night, UniverseQuery.first()).orElseThrow().securities();
    assertThat(simulated).hasSize(60).allMatch(Security::simulated);
    List<Isin> isins = simulated.stream().map(Security::isin).toList();
    Quotes latest = service.getQuotes(night, QuoteRequest.latest(isins)).orElseThrow();
    assertThat(latest.absent()).isEmpty();
    assertThat(latest.quotes())
        .allMatch(q -> q.at().equals(Instant.parse("2026-11-22T03:12:45Z")))
        .allMatch(q -> q.source().equals("sample-market"));
    importSmallMarket();
    assertThat(service.getUniverse(night, UniverseQuery.first()).orElseThrow().securities())
        .hasSize(4)
        .noneMatch(Security::simulated);
  }

  @Test
  void fillsTheSampleMarketAtAnyHour() {
    Isin isin =
        service
            .getUniverse(AFTER_ALL, new UniverseQuery(null, 1))
            .orElseThrow()
            .securities()
            .getFirst()
            .isin();
    Instant accepted = Instant.parse("2026-11-22T03:12:45.5Z");
    QuoteRequest request = new QuoteRequest(List.of(new QuoteRequest.Question(isin, accepted)));
    assertThat(service.getQuotes(Contexts.at(accepted), request).orElseThrow().quotes()).isEmpty();
    assertThat(
            service.getQuotes(Contexts.at(accepted.plusSeconds(1)), request).orElseThrow().quotes())
        .extracting(Quote::at)
        .containsExactly(Instant.parse("2026-11-22T03:12:46Z"));
    FxRequest rates = new FxRequest(Currency.USD, List.of(Currency.EUR, Currency.GBP), accepted);
    assertThat(service.getFxRates(Contexts.at(accepted), rates).orElseThrow().rates()).isEmpty();
    assertThat(
            service.getFxRates(Contexts.at(accepted.plusSeconds(1)), rates).orElseThrow().rates())
        .hasSize(2)
        .allMatch(rate -> rate.knownAt().equals(Instant.parse("2026-11-22T03:12:46Z")));
  }

  @Test
  void givesTenYearsOfTheSampleMarketInTheAccountsCurrency() {
    List<SecurityHistory> histories =
        histories("2026-11-22T12:00:00Z", new HistoryRequest(List.of(), 2610, Currency.EUR));
    assertThat(histories).hasSize(60).allMatch(h -> h.closes().size() == 2610);
    assertThat(histories).allMatch(h -> h.closes().basis() == PriceBasis.SPLIT_ADJUSTED);
  }

  @Test
  void countsTheNewBarsOfASyncOnceAndTellsOfThem() {
    CallContext friday = Contexts.at("2026-11-20T23:00:00Z");
    CallContext monday = Contexts.at("2026-11-23T23:00:00Z");
    Collected<SyncProgress> progress = new Collected<>();
    SyncReport first = service.syncPrices(friday, sync("s-1"), progress).orElseThrow();
    assertThat(first.securities()).isEqualTo(60);
    assertThat(first.barsAdded()).isGreaterThan(60 * 2610L);
    assertThat(progress.parts()).hasSize(1);
    assertThat(service.syncPrices(friday, sync("s-2"), progress).orElseThrow().barsAdded())
        .isZero();
    assertThat(service.syncPrices(monday, sync("s-3"), progress).orElseThrow().barsAdded())
        .isEqualTo(60);
    assertThat(service.syncPrices(friday, sync("s-3"), progress).orElseThrow().barsAdded())
        .isEqualTo(60);
    assertThat(events(0, 2))
        .extracting(ServiceEvent::kind)
        .containsExactly("PRICES_SYNCED", "PRICES_SYNCED");
    assertThat(events(1, 1).getFirst().summary()).startsWith("60 new daily bars");
  }

  @Test
  void refusesRealPricesOnceTheSampleMarketWasTraded() {
    service.syncPrices(AFTER_ALL, sync("s-1"), ProgressSink.ignoring()).orElseThrow();
    Problem problem = importing("import-1", SmallMarket.folder(directory)).problemOrThrow();
    assertThat(problem.code()).isEqualTo("SAMPLE_MARKET_IN_USE");
    assertThat(problem.message()).contains("--data");
  }

  private static SyncRequest sync(String command) {
    return new SyncRequest(SmallMarket.command(command));
  }
}
