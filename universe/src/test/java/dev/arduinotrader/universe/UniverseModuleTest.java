package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which market a data directory serves, and what survives a restart. */
class UniverseModuleTest {
  private static final CallContext NOW = Contexts.at("2026-11-20T23:00:00Z");

  private Path directory;

  @BeforeEach
  void create(@TempDir Path temporary) {
    directory = temporary;
    MigratedFile.copyTo(directory);
  }

  private Result<UniverseModule> open(boolean sample, long seed) {
    return UniverseModule.open(
        new UniverseSettings(sample, seed, directory), MovedClock.at("2026-11-20T23:00:00Z"));
  }

  private static void sync(UniverseModule module) {
    module
        .local()
        .syncPrices(NOW, new SyncRequest(SmallMarket.command("sync")), ProgressSink.ignoring())
        .orElseThrow();
  }

  private static List<Security> securities(UniverseModule module) {
    return module.local().getUniverse(NOW, UniverseQuery.first()).orElseThrow().securities();
  }

  @Test
  void servesNothingWithoutSampleMarketAndImports() {
    try (UniverseModule module = open(false, 0).orElseThrow()) {
      assertThat(securities(module)).isEmpty();
      SyncReport report =
          module
              .local()
              .syncPrices(NOW, new SyncRequest(SmallMarket.command("s")), ProgressSink.ignoring())
              .orElseThrow();
      assertThat(report).isEqualTo(new SyncReport(0, 0, List.of()));
    }
  }

  @Test
  void refusesToLoseTheSampleMarketThatItsBooksWereMadeOn() {
    try (UniverseModule module = open(true, 7).orElseThrow()) {
      sync(module);
    }
    for (Result<UniverseModule> other : List.of(open(false, 7), open(true, 8))) {
      Problem problem = other.problemOrThrow();
      assertThat(problem.code()).isEqualTo("SAMPLE_MARKET_OFF");
      assertThat(problem.message()).contains("seed 7").contains("--data");
    }
    try (UniverseModule module = open(true, 7).orElseThrow()) {
      assertThat(securities(module)).hasSize(60);
    }
  }

  @Test
  void keepsImportedPricesOverARestart() {
    Collected<SecurityHistory> before = new Collected<>();
    Collected<SecurityHistory> after = new Collected<>();
    HistoryRequest all = new HistoryRequest(List.of(), 100, null);
    try (UniverseModule module = open(true, 7).orElseThrow()) {
      module
          .local()
          .importPrices(
              NOW,
              new ImportRequest(SmallMarket.command("i"), SmallMarket.folder(directory).toString()),
              ProgressSink.ignoring())
          .orElseThrow();
      module.local().getPriceHistories(NOW, all, before).orElseThrow();
    }
    try (UniverseModule module = open(true, 99).orElseThrow()) {
      module.local().getPriceHistories(NOW, all, after).orElseThrow();
    }
    assertThat(after.parts()).hasSize(4).isEqualTo(before.parts());
  }

  @Test
  void makesOneOfManySyncsAtOnce() throws InterruptedException, ExecutionException {
    try (UniverseModule module = open(true, 7).orElseThrow();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SyncReport>> reports = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        SyncRequest request = new SyncRequest(SmallMarket.command("sync-" + i));
        reports.add(
            threads.submit(
                () ->
                    module
                        .local()
                        .syncPrices(NOW, request, ProgressSink.ignoring())
                        .orElseThrow()));
      }
      int working = 0;
      for (Future<SyncReport> report : reports) {
        working += report.get().barsAdded() > 0 ? 1 : 0;
      }
      assertThat(working).isEqualTo(1);
    }
  }

  @Test
  void readsGzippedPricesByTheirFirstBytes() {
    Path folder = directory.resolve("gz");
    SmallMarket.write(folder, "securities.csv", SmallMarket.SECURITIES);
    SmallMarket.gzip(folder, "prices.csv.gz", SmallMarket.PRICES);
    SmallMarket.zip(folder, "other.zip", "readme.txt", "no prices");
    try (UniverseModule module = open(true, 7).orElseThrow()) {
      ImportReport report =
          module
              .local()
              .importPrices(
                  NOW,
                  new ImportRequest(SmallMarket.command("i"), folder.toString()),
                  ProgressSink.ignoring())
              .orElseThrow();
      assertThat(report.files()).extracting(file -> file.values()).containsExactly(9L);
      assertThat(report.skipped()).extracting(file -> file.file()).containsExactly("other.zip");
    }
  }

  @Test
  void saysWhichFileIsNoText() {
    Path folder = directory.resolve("bad");
    SmallMarket.write(folder, "securities.csv", SmallMarket.SECURITIES);
    SmallMarket.bytes(folder, "prices.csv", new byte[] {(byte) 0xff, 0, 1});
    SmallMarket.bytes(folder, "torn.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8});
    try (UniverseModule module = open(true, 7).orElseThrow()) {
      Problem problem =
          module
              .local()
              .importPrices(
                  NOW,
                  new ImportRequest(SmallMarket.command("i"), folder.toString()),
                  ProgressSink.ignoring())
              .problemOrThrow();
      assertThat(problem.faults())
          .extracting(fault -> fault.place())
          .containsExactly("prices.csv", "torn.csv.gz");
    }
  }
}
