package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Syncs of dated facts whose sources fail, whose callers leave, and that are wanted twice. */
class FundamentalsSyncScenarioTest extends SyncScenario {
  private static final String FACTS =
      """
      {"quoteSummary":{"result":[{"summaryDetail":{"currency":"USD",
       "trailingPE":{"raw":21.5,"fmt":"21.50"}}}],"error":null}}
      """;

  private FundamentalsSyncReport syncFacts(String command) {
    return service
        .syncFundamentals(
            now, new SyncRequest(SmallMarket.command(command)), ProgressSink.ignoring())
        .orElseThrow();
  }

  private List<Fundamental> facts(Isin isin) {
    return service
        .getFundamentals(
            Contexts.at("2023-05-31T22:00:00Z"), new FundamentalsQuery(List.of(isin), List.of()))
        .orElseThrow()
        .facts();
  }

  @Test
  void oneSecurityWithoutFactsStopsNoOther() {
    configure("only", source("first", first));
    first.answering(
        asked ->
            new Answer.Full(200, asked.target().contains("NVDA") ? "<html>sorry</html>" : FACTS));
    FundamentalsSyncReport report = syncFacts("f-1");
    assertThat(report.securities()).isEqualTo(3);
    assertThat(report.valuesAdded()).isEqualTo(2);
    assertThat(report.failures()).singleElement().asString().contains("NVDA from first");
    assertThat(facts(APPLE)).hasSize(1);
    assertThat(facts(NVIDIA)).isEmpty();
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
          return new Answer.Full(200, FACTS);
        });
    configure("short", source("first", first, Duration.ofSeconds(1)));
    Result<FundamentalsSyncReport> cancelled =
        service.syncFundamentals(
            now, new SyncRequest(SmallMarket.command("f-1")), new Collected<>(3));
    assertThat(cancelled.problemOrThrow().code()).isEqualTo("CANCELLED");
    hung.await();
    first.answering(new Answer.Full(200, FACTS));
    assertThat(syncFacts("f-2").securities()).isEqualTo(3);
    assertThat(facts(APPLE)).hasSize(1);
    assertThat(facts(MICROSOFT)).hasSize(1);
    assertThat(facts(NVIDIA)).hasSize(1);
    int asked = first.asked().size();
    assertThat(syncFacts("f-3").valuesAdded()).isZero();
    assertThat(first.asked()).as("what was told today is not asked for again").hasSize(asked);
  }

  @Test
  void makesOneSyncOfTwoAtOnce() {
    configure("only", source("first", first));
    CountDownLatch bothWant = new CountDownLatch(2);
    first.answering(
        asked -> {
          await(bothWant);
          return new Answer.Full(200, FACTS);
        });
    List<CompletableFuture<FundamentalsSyncReport>> reports = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String command : List.of("both-1", "both-2")) {
        reports.add(
            CompletableFuture.supplyAsync(
                () -> {
                  bothWant.countDown();
                  return syncFacts(command);
                },
                threads));
      }
    }
    assertThat(reports).allMatch(report -> report.join().valuesAdded() == 3);
    assertThat(first.asked()).as("each security is asked for once").hasSize(3);
  }

  @Test
  void aSourceThatWantsALoginIsNamedWithWhatItSaid() {
    configure("only", source("first", first));
    first.answering(
        new Answer.Full(
            401, "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\"}}}"));
    FundamentalsSyncReport report = syncFacts("f-1");
    assertThat(report.valuesAdded()).isZero();
    assertThat(report.failures()).hasSize(3).allMatch(failure -> failure.contains("401"));
    assertThat(health("first").lastFailureWhy()).contains("401");
    assertThat(health("first").restingUntil()).isNotNull();
  }
}
