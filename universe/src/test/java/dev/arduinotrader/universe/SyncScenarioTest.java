package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Sources that hang, answer garbage and lie, seen through a whole sync. */
class SyncScenarioTest extends SyncScenario {
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

  private SyncReport syncOn(String date) {
    SyncRequest request = new SyncRequest(SmallMarket.command("on-" + date));
    clock.advance(Duration.ofDays(1));
    return service
        .syncPrices(Contexts.at(date + "T22:00:00Z"), request, ProgressSink.ignoring())
        .orElseThrow();
  }

  @Test
  void catchesUpWithEveryDayAfterDaysWithoutALine() {
    first.answering(charts("100"));
    syncOn("2023-05-25");
    first.answering(new Answer.Full(502, "no line"));
    second.answering(new Answer.Full(502, "no line"));
    for (String date : List.of("2023-05-26", "2023-05-27", "2023-05-28", "2023-05-29")) {
      syncOn(date);
    }
    assertThat(health("first").failuresInARow()).isPositive();
    assertThat(closes(NVIDIA)).containsExactly(100);
    first.answering(charts("100", "101", "102"));
    assertThat(syncOn("2023-05-30").barsAdded()).isEqualTo(6);
    assertThat(closes(NVIDIA)).containsExactly(100, 101, 102);
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
}
