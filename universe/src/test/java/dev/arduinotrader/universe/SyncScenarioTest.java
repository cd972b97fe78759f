package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import dev.arduinotrader.universe.sources.ConfiguredSources;
import dev.arduinotrader.universe.sources.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that hang, answer garbage and lie, seen through a whole sync. */
class SyncScenarioTest {
  private final CallContext now = Contexts.at("2023-05-30T22:00:00Z");
  private static final Isin NVIDIA = Isin.of("US67066G1040");
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Isin MICROSOFT = Isin.of("US5949181045");

  private final ScriptedHttpServer first = new ScriptedHttpServer();
  private final ScriptedHttpServer second = new ScriptedHttpServer();
  private final MovedClock clock = MovedClock.at("2023-05-30T22:00:00Z");
  private UniverseModule module;
  private UniverseService service;

  @BeforeEach
  void open(@TempDir Path directory) {
    MigratedFile.copyTo(directory);
    module =
        UniverseModule.open(
                UniverseSettings.in(directory),
                clock,
                store ->
                    new ConfiguredSources(
                        clock,
                        new MovedPauses(clock),
                        new Secrets(Map.of()),
                        UniverseModule.symbolsOf(store)))
            .orElseThrow();
    service = module.local();
    add(NVIDIA, "NVDA");
    add(APPLE, "AAPL");
    add(MICROSOFT, "MSFT");
    configure("c", source("first", first), source("second", second));
  }

  @AfterEach
  void close() {
    module.close();
    first.close();
    second.close();
  }

  private static SourceSetting source(String name, ScriptedHttpServer server) {
    return source(name, server, Duration.ofSeconds(30));
  }

  /** With a time limit for one security; an attempt may take a third of it. */
  private static SourceSetting source(String name, ScriptedHttpServer server, Duration timeout) {
    return new SourceSetting(
        name, SourceKind.YAHOO_CHART, server.base().toString(), null, null, 6_000, timeout);
  }

  private void configure(String command, SourceSetting... sources) {
    String version = service.listSources(now).orElseThrow().version();
    service
        .changeSources(
            now, new ChangeSources(SmallMarket.command(command), version, List.of(sources)))
        .orElseThrow();
  }

  private void add(Isin isin, String symbol) {
    Security security =
        new Security(
            isin,
            symbol,
            symbol,
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
        .addSecurity(now, new AddSecurity(SmallMarket.command("add-" + symbol), security))
        .orElseThrow();
  }

  private static Function<ScriptedHttpServer.Asked, Answer> charts(String... closes) {
    List<String> dates = List.of("2023-05-25", "2023-05-26", "2023-05-30", "2023-05-31");
    List<ChartPages.Day> days = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      days.add(ChartPages.Day.of(dates.get(i), closes[i]));
    }
    return asked -> new Answer.Full(200, ChartPages.chart("USD", days));
  }

  private SyncReport sync(String command) {
    return service
        .syncPrices(now, new SyncRequest(SmallMarket.command(command)), ProgressSink.ignoring())
        .orElseThrow();
  }

  private double[] closes(Isin isin) {
    Collected<SecurityHistory> sink = new Collected<>();
    service
        .getPriceHistories(
            Contexts.at("2023-06-30T22:00:00Z"), new HistoryRequest(List.of(isin), 100, null), sink)
        .orElseThrow();
    return sink.parts().isEmpty()
        ? new double[0]
        : sink.parts().getFirst().closes().closes().clone();
  }

  private SourceHealth health(String source) {
    return service.listSources(now).orElseThrow().sources().stream()
        .filter(status -> status.setting().name().equals(source))
        .findFirst()
        .orElseThrow()
        .health();
  }

  @Test
  void goesOnWithTheNextSourceWhenOneHangs() {
    configure("short", source("first", first, Duration.ofSeconds(1)), source("second", second));
    first.answering(new Answer.Hang());
    second.answering(charts("100", "101", "102"));
    SyncReport report = sync("s-1");
    assertThat(report.barsAdded()).isEqualTo(9);
    assertThat(report.remaining()).isZero();
    assertThat(closes(NVIDIA)).containsExactly(100, 101, 102);
    assertThat(report.failures()).hasSize(3).allMatch(failure -> failure.contains("first"));
    assertThat(health("first").failuresInARow()).isEqualTo(3);
    assertThat(health("first").restingUntil()).isAfter(clock.now());
    assertThat(health("second").isGood()).isTrue();
  }

  @Test
  void leavesASourceAloneThatKeepsFailingAndComesBackLater() {
    first.answering(new Answer.Full(500, "down"));
    second.answering(charts("100", "101", "102"));
    sync("s-1");
    int asked = first.asked().size();
    SyncRequest again = new SyncRequest(SmallMarket.command("s-2"), List.of(NVIDIA), null);
    service.syncPrices(now, again, ProgressSink.ignoring()).orElseThrow();
    assertThat(first.asked()).hasSize(asked);
    clock.advance(Duration.ofMinutes(6));
    first.answering(charts("100", "101", "102"));
    SyncRequest later = new SyncRequest(SmallMarket.command("s-3"), List.of(NVIDIA), null);
    service.syncPrices(now, later, ProgressSink.ignoring()).orElseThrow();
    assertThat(health("first").isGood()).isTrue();
  }

  @Test
  void storesNoPriceThatIsAHundredTimesOff() {
    first.answering(charts("100", "101", "10200"));
    second.answering(charts("100", "101", "102"));
    SyncReport report = sync("s-1");
    assertThat(closes(APPLE)).containsExactly(100, 101, 102);
    assertThat(report.failures().getFirst())
        .contains("AAPL", "first", "2023-05-30", "10200")
        .contains("not stored");
    assertThat(health("first").lastFailureWhy()).contains("NVDA on 2023-05-30", "10200");
    assertThat(health("first").restingUntil()).isNull();
  }

  @Test
  void storesNoPenceForPounds() {
    first.answering(charts("100", "101", "102"));
    sync("s-1");
    first.answering(charts("10000", "10100", "10200", "10300"));
    second.answering(new Answer.Full(404, ChartPages.unknown()));
    SyncRequest again = new SyncRequest(SmallMarket.command("s-2"), List.of(APPLE), null);
    SyncReport report =
        service
            .syncPrices(Contexts.at("2023-05-31T22:00:00Z"), again, ProgressSink.ignoring())
            .orElseThrow();
    assertThat(report.barsAdded()).isZero();
    assertThat(closes(APPLE)).containsExactly(100, 101, 102);
  }

  @Test
  void storesNothingInAnotherCurrency() {
    first.answering(
        new Answer.Full(
            200, ChartPages.chart("CAD", List.of(ChartPages.Day.of("2023-05-30", "130")))));
    second.answering(new Answer.Full(404, ChartPages.unknown()));
    SyncReport report = sync("s-1");
    assertThat(report.barsAdded()).isZero();
    assertThat(report.failures().getFirst()).contains("in USD, found CAD");
  }

  @Test
  void storesNoBarOfASessionThatIsStillRunning() {
    first.answering(charts("100", "101", "102", "103"));
    clock.moveTo(Contexts.at("2023-05-31T15:00:00Z").decisionTime());
    service
        .syncPrices(
            Contexts.at("2023-05-31T15:00:00Z"),
            new SyncRequest(SmallMarket.command("s-1")),
            ProgressSink.ignoring())
        .orElseThrow();
    assertThat(closes(APPLE)).containsExactly(100, 101, 102);
  }

  @Test
  void fetchesTheWholePastAnewWhenTheSourceChangedIt() {
    first.answering(charts("100", "102", "104"));
    sync("s-1");
    first.answering(charts("50", "51", "52", "53"));
    SyncReport report =
        service
            .syncPrices(
                Contexts.at("2023-05-31T22:00:00Z"),
                new SyncRequest(SmallMarket.command("s-2")),
                ProgressSink.ignoring())
            .orElseThrow();
    assertThat(report.failures()).isEmpty();
    assertThat(closes(APPLE)).containsExactly(50, 51, 52, 53);
  }

  @Test
  void followsASplitThatTheSourceWorksIntoItsWholePast() {
    first.answering(charts("1000", "1020", "1040"));
    sync("s-1");
    long seconds = 1_685_539_800; // 2023-05-31 09:30 in New York
    String split =
        "{\"splits\":{\"%d\":{\"date\":%d,\"numerator\":10,\"denominator\":1}}}"
            .formatted(seconds, seconds);
    List<ChartPages.Day> days =
        List.of(
            ChartPages.Day.of("2023-05-25", "100"),
            ChartPages.Day.of("2023-05-26", "102"),
            ChartPages.Day.of("2023-05-30", "104"),
            ChartPages.Day.of("2023-05-31", "106"));
    first.answering(new Answer.Full(200, ChartPages.chart("USD", days, split)));
    SyncReport report =
        service
            .syncPrices(
                Contexts.at("2023-05-31T22:00:00Z"),
                new SyncRequest(SmallMarket.command("s-2")),
                ProgressSink.ignoring())
            .orElseThrow();
    assertThat(report.failures()).isEmpty();
    assertThat(closes(APPLE)).containsExactly(100, 102, 104, 106);
  }

  @Test
  void goesOnWhereItWasWhenTheCallerGaveUp() throws InterruptedException {
    CountDownLatch hung = new CountDownLatch(1);
    first.answering(
        asked -> {
          if (asked.target().contains("MSFT")) {
            hung.countDown();
            return new Answer.Hang();
          }
          return charts("100", "101", "102").apply(asked);
        });
    configure("short", source("first", first, Duration.ofSeconds(1)));
    Collected<SyncProgress> leaving = new Collected<>(3);
    Result<SyncReport> cancelled =
        service.syncPrices(now, new SyncRequest(SmallMarket.command("s-1")), leaving);
    assertThat(cancelled.problemOrThrow().code()).isEqualTo("CANCELLED");
    hung.await();
    first.answering(charts("100", "101", "102"));
    SyncReport rest = sync("s-2");
    assertThat(rest.securities()).isEqualTo(3);
    assertThat(closes(APPLE)).hasSize(3);
    assertThat(closes(MICROSOFT)).hasSize(3);
    assertThat(closes(NVIDIA)).hasSize(3);
  }

  @Test
  void asksASourceByTheNameThatItGivesASecurity() {
    configure("only", source("first", first));
    service
        .updateSecurity(
            now,
            new UpdateSecurity(
                SmallMarket.command("called"),
                APPLE,
                SecurityEdit.setting(Map.of(SecurityField.dataSymbol("first"), "APC.DE")),
                false))
        .orElseThrow();
    first.answering(charts("100", "101", "102"));
    sync("s");
    assertThat(first.asked().stream().map(asked -> asked.target()).toList())
        .anyMatch(path -> path.contains("APC.DE"))
        .noneMatch(path -> path.contains("AAPL"));
  }

  @Test
  void keepsWhatASyncFoundWrongWithASourcesPrices() {
    configure("only", source("first", first));
    first.answering(charts("100", "10100", "102"));
    sync("s-1");
    FindingQuery apple = new FindingQuery(APPLE.value(), null, null, null, 100);
    List<ImportFinding> found = service.listFindings(now, apple).orElseThrow().findings();
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().source()).isEqualTo("first");
    assertThat(found.getFirst().finding().date()).isEqualTo("2023-05-26");
    assertThat(found.getFirst().finding().value()).isEqualTo(10100);
    assertThat(found.getFirst().finding().action()).isEqualTo("REJECTED");
    first.answering(charts("100", "101", "102"));
    clock.advance(Duration.ofMinutes(10));
    sync("s-2");
    assertThat(service.listFindings(now, apple).orElseThrow().findings())
        .as("what the source has put right is no finding any more")
        .isEmpty();
  }

  @Test
  void makesOneSyncOfTwoAtOnce() {
    CountDownLatch bothWant = new CountDownLatch(2);
    first.answering(
        asked -> {
          await(bothWant);
          return charts("100", "101", "102").apply(asked);
        });
    List<Collected<SyncProgress>> watching = List.of(new Collected<>(), new Collected<>());
    List<CompletableFuture<SyncReport>> reports = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Collected<SyncProgress> sink : watching) {
        SyncRequest request = new SyncRequest(SmallMarket.command("both-" + reports.size()));
        reports.add(
            CompletableFuture.supplyAsync(
                () -> {
                  bothWant.countDown();
                  return service.syncPrices(now, request, sink).orElseThrow();
                },
                threads));
      }
    }
    assertThat(reports.getFirst().join().securities()).isEqualTo(3);
    assertThat(reports.getLast().join().securities()).isEqualTo(3);
    assertThat(first.asked()).as("each security is asked for once").hasSize(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
