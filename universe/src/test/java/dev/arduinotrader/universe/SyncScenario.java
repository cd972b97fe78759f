package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.QuoteUnit;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Three securities and two sources on servers that tests script. */
abstract class SyncScenario {
  final CallContext now = Contexts.at("2023-05-30T22:00:00Z");
  static final Isin NVIDIA = Isin.of("US67066G1040");
  static final Isin APPLE = Isin.of("US0378331005");
  static final Isin MICROSOFT = Isin.of("US5949181045");

  final ScriptedHttpServer first = new ScriptedHttpServer();
  final ScriptedHttpServer second = new ScriptedHttpServer();
  final MovedClock clock = MovedClock.at("2023-05-30T22:00:00Z");
  UniverseModule module;
  UniverseService service;

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

  static SourceSetting source(String name, ScriptedHttpServer server) {
    return source(name, server, Duration.ofSeconds(30));
  }

  /** With a time limit for one security; an attempt may take a third of it. */
  static SourceSetting source(String name, ScriptedHttpServer server, Duration timeout) {
    return new SourceSetting(
        name, SourceKind.YAHOO_CHART, server.base().toString(), null, null, 6_000, timeout);
  }

  void configure(String command, SourceSetting... sources) {
    String version = service.listSources(now).orElseThrow().version();
    service
        .changeSources(
            now, new ChangeSources(SmallMarket.command(command), version, List.of(sources)))
        .orElseThrow();
  }

  void add(Isin isin, String symbol) {
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

  static Function<ScriptedHttpServer.Asked, Answer> charts(String... closes) {
    List<String> dates = List.of("2023-05-25", "2023-05-26", "2023-05-30", "2023-05-31");
    List<ChartPages.Day> days = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      days.add(ChartPages.Day.of(dates.get(i), closes[i]));
    }
    return asked -> new Answer.Full(200, ChartPages.chart("USD", days));
  }

  SyncReport sync(String command) {
    return service
        .syncPrices(now, new SyncRequest(SmallMarket.command(command)), ProgressSink.ignoring())
        .orElseThrow();
  }

  double[] closes(Isin isin) {
    Collected<SecurityHistory> sink = new Collected<>();
    service
        .getPriceHistories(
            Contexts.at("2023-06-30T22:00:00Z"), new HistoryRequest(List.of(isin), 100, null), sink)
        .orElseThrow();
    return sink.parts().isEmpty()
        ? new double[0]
        : sink.parts().getFirst().closes().closes().clone();
  }

  SourceHealth health(String source) {
    return service.listSources(now).orElseThrow().sources().stream()
        .filter(status -> status.setting().name().equals(source))
        .findFirst()
        .orElseThrow()
        .health();
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
