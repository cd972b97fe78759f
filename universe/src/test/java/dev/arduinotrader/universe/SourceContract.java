package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every universe service does with its sources, wherever it runs. */
abstract class SourceContract extends SampleMarketContract {
  private static final Isin NVIDIA = Isin.of("US67066G1040");
  private static final List<ChartPages.Day> DAYS =
      List.of(
          ChartPages.Day.of("2023-05-25", "379.80"),
          ChartPages.Day.of("2023-05-26", "389.46"),
          ChartPages.Day.of("2023-05-30", "401.11"));

  private final ScriptedHttpServer web = new ScriptedHttpServer();

  @AfterEach
  void closeWeb() {
    web.close();
  }

  private SourceSetting chart(String name) {
    return new SourceSetting(
        name,
        SourceKind.YAHOO_CHART,
        web.base().toString(),
        null,
        null,
        6_000,
        Duration.ofSeconds(9));
  }

  private SourceList configured(String command, SourceSetting... sources) {
    String version = service.listSources(AFTER_ALL).orElseThrow().version();
    return service
        .changeSources(
            AFTER_ALL, new ChangeSources(SmallMarket.command(command), version, List.of(sources)))
        .orElseThrow();
  }

  private void addNvidia() {
    Security nvidia =
        new Security(
            NVIDIA,
            "NVDA",
            "NVIDIA",
            ProductType.EQUITY,
            null,
            null,
            "XNAS",
            QuoteUnit.of("USD"),
            Lot.of("1"),
            null,
            true,
            false);
    service
        .addSecurity(AFTER_ALL, new AddSecurity(SmallMarket.command("add"), nvidia))
        .orElseThrow();
  }

  private SyncReport synced(String command, Collected<SyncProgress> sink) {
    return service
        .syncPrices(AFTER_ALL, new SyncRequest(SmallMarket.command(command)), sink)
        .orElseThrow();
  }

  @Test
  void hasNoSourcesUntilTheOwnerWantsSome() {
    assertThat(service.listSources(AFTER_ALL).orElseThrow().sources()).isEmpty();
  }

  @Test
  void keepsSourcesInTheOwnersOrder() {
    SourceSetting first = chart("first");
    SourceSetting second =
        new SourceSetting(
            "broker",
            SourceKind.TRADERNET,
            null,
            "env:TRADERNET_PUBLIC",
            "file:/etc/trader/key",
            40,
            Duration.ofSeconds(60));
    assertThat(configured("c-1", first, second).settings()).containsExactly(first, second);
    SourceList turned = configured("c-2", second, first);
    assertThat(turned.settings()).containsExactly(second, first);
    assertThat(service.listSources(AFTER_ALL).orElseThrow()).isEqualTo(turned);
    assertThat(turned.sources().getLast().health()).isEqualTo(SourceHealth.UNTRIED);
    assertThat(turned.sources().getLast().abilities())
        .contains(SourceAbility.DAILY_BARS, SourceAbility.DIVIDENDS_AND_SPLITS);
  }

  @Test
  void refusesAListOfSourcesWholeNamingEveryFault() {
    String version = service.listSources(AFTER_ALL).orElseThrow().version();
    List<SourceSetting> bad =
        List.of(
            SourceSetting.of("Bad Name", SourceKind.YAHOO_CHART, "http://example.org"),
            SourceSetting.of("folder", SourceKind.CSV_FOLDER, "no-such-folder"),
            new SourceSetting(
                "keys", SourceKind.TRADERNET, null, "my-secret-key", null, 0, Duration.ofHours(1)));
    String message =
        service
            .changeSources(AFTER_ALL, new ChangeSources(SmallMarket.command("bad"), version, bad))
            .problemOrThrow()
            .message();
    assertThat(message)
        .contains("Bad Name", "http://example.org", "no-such-folder", "both keys", "1 s to 10 min")
        .contains("requests_per_minute")
        .doesNotContain("my-secret-key");
    assertThat(service.listSources(AFTER_ALL).orElseThrow().sources()).isEmpty();
  }

  @Test
  void refusesAChangeOfAnOlderList() {
    String old = service.listSources(AFTER_ALL).orElseThrow().version();
    configured("c-1", chart("first"));
    ChangeSources late = new ChangeSources(SmallMarket.command("late"), old, List.of());
    assertThat(service.changeSources(AFTER_ALL, late).problemOrThrow().code())
        .isEqualTo("SOURCES_CHANGED");
  }

  @Test
  void storesWhatASourceGivesAndAsksForTheNewPartOnly() {
    addNvidia();
    configured("c-1", chart("chart"));
    web.answering(new Answer.Full(200, ChartPages.chart("USD", DAYS)));
    Collected<SyncProgress> progress = new Collected<>();
    SyncReport report = synced("s-1", progress);
    assertThat(report).isEqualTo(new SyncReport(1, 3, List.of()));
    assertThat(progress.parts())
        .contains(
            new SyncProgress(0, 1, "NVDA", 0, 0, ""), new SyncProgress(1, 1, "NVDA", 3, 0, ""));
    SecurityHistory history = history("2023-05-30T22:00:00Z", NVIDIA, null);
    assertThat(history.closes().size()).isEqualTo(3);
    int asked = web.asked().size();
    assertThat(synced("s-1", new Collected<>())).isEqualTo(report);
    assertThat(synced("s-2", new Collected<>()).barsAdded()).isZero();
    assertThat(web.asked()).as("what is up to date is not asked for again").hasSize(asked);
    assertThat(service.healthCheck(AFTER_ALL).orElseThrow().checks().toString())
        .contains("name=prices", "the newest is of ");
  }

  @Test
  void saysWhichSourceFailedAndWhy() {
    addNvidia();
    configured("c-1", chart("chart"));
    web.answering(new Answer.Full(200, "<html>please enable cookies</html>"));
    Collected<SyncProgress> progress = new Collected<>();
    SyncReport report = synced("s-1", progress);
    assertThat(report.barsAdded()).isZero();
    assertThat(report.failures().getFirst()).contains("NVDA", "chart", "enable cookies");
    assertThat(progress.parts().getLast().failure()).contains("enable cookies");
    SourceHealth health =
        service.listSources(AFTER_ALL).orElseThrow().sources().getFirst().health();
    assertThat(health.failuresInARow()).isEqualTo(1);
    assertThat(health.lastFailure()).isEqualTo(clock.now());
    assertThat(health.lastFailureWhy()).contains("enable cookies");
    ServiceHealth check = service.healthCheck(AFTER_ALL).orElseThrow();
    assertThat(check.healthy()).isTrue();
    assertThat(check.checks().toString()).contains("chart: 1 failures in a row", "enable cookies");
  }

  private static final String SUMMARY =
      """
      {"quoteSummary":{"result":[{
      "summaryDetail":{"currency":"USD","trailingPE":{"raw":210.5,"fmt":"210.50"},
       "dividendYield":{"raw":0.0004},"forwardPE":{},"payoutRatio":"Infinity"},
      "financialData":{"financialCurrency":"TWD","ebitda":{"raw":1000},
       "debtToEquity":{"raw":45.8},"numberOfAnalystOpinions":{"raw":40.5}}}],"error":null}}
      """;

  private FundamentalsSyncReport syncedFacts(
      String command, Collected<FundamentalsProgress> progress) {
    return service
        .syncFundamentals(AFTER_ALL, new SyncRequest(SmallMarket.command(command)), progress)
        .orElseThrow();
  }

  @Test
  void storesTheFactsOfASourceOnceADayAndNamesTheValuesThatCannotBe() {
    addNvidia();
    configured("c-1", chart("chart"));
    web.answering(new Answer.Full(200, SUMMARY));
    Collected<FundamentalsProgress> progress = new Collected<>();
    FundamentalsSyncReport report = syncedFacts("f-1", progress);
    assertThat(report.securities()).isEqualTo(1);
    assertThat(report.valuesAdded()).isEqualTo(3);
    assertThat(report.failures())
        .singleElement()
        .asString()
        .contains("NVDA from chart", "numberOfAnalystOpinions", "40.5");
    assertThat(progress.parts().getFirst())
        .isEqualTo(new FundamentalsProgress(0, 1, "NVDA", 0, 0, ""));
    assertThat(progress.parts().getLast().valuesAdded()).isEqualTo(3);
    int asked = web.asked().size();
    assertThat(syncedFacts("f-1", new Collected<>())).isEqualTo(report);
    assertThat(syncedFacts("f-2", new Collected<>()).valuesAdded()).isZero();
    assertThat(web.asked()).as("what was told today is not asked for again").hasSize(asked);
  }

  @Test
  void namesTheSourceThatGaveNoFactsAndWhy() {
    addNvidia();
    configured("c-1", chart("chart"));
    web.answering(new Answer.Full(200, "<html>please enable cookies</html>"));
    FundamentalsSyncReport report = syncedFacts("f-1", new Collected<>());
    assertThat(report.valuesAdded()).isZero();
    assertThat(report.failures().getFirst()).contains("NVDA", "chart", "enable cookies");
    SyncRequest other = new SyncRequest(SmallMarket.command("f-2"), List.of(), "no-such-source");
    assertThat(
            service.syncFundamentals(AFTER_ALL, other, new Collected<>()).problemOrThrow().code())
        .isEqualTo("SOURCE_UNKNOWN");
  }

  @Test
  void triesASourceWithoutStoringAnything() {
    addNvidia();
    configured("c-1", chart("chart"));
    web.answering(new Answer.Full(200, ChartPages.chart("USD", DAYS)));
    SourceTest test = service.testSource(AFTER_ALL, new TestSource("chart", NVIDIA)).orElseThrow();
    assertThat(test.bars()).isEqualTo(3);
    assertThat(test.lastDate()).isEqualTo("2023-05-30");
    assertThat(test.lastClose()).isEqualTo(401.11);
    assertThat(test.rejected()).isEmpty();
    assertThat(histories("2023-05-30T22:00:00Z", new HistoryRequest(List.of(), 100, null)))
        .isEmpty();
    assertThat(
            service.testSource(AFTER_ALL, new TestSource("other", NVIDIA)).problemOrThrow().code())
        .isEqualTo("SOURCE_UNKNOWN");
  }

  @Test
  void mixesNoSourceIntoATradedSampleMarket() {
    service
        .syncPrices(AFTER_ALL, new SyncRequest(SmallMarket.command("s-1")), new Collected<>())
        .orElseThrow();
    String version = service.listSources(AFTER_ALL).orElseThrow().version();
    ChangeSources wish =
        new ChangeSources(SmallMarket.command("c"), version, List.of(chart("chart")));
    assertThat(service.changeSources(AFTER_ALL, wish).problemOrThrow().code())
        .isEqualTo("SAMPLE_MARKET_IN_USE");
  }
}
