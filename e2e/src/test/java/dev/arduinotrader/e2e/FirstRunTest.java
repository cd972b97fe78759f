package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: an empty folder, one command. */
final class FirstRunTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;

  FirstRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void goesFromNothingToFilledPaperTradesAndStopsCleanly() throws IOException {
    FleetFiles files = FleetFiles.local(folder);
    Trader trader = new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());
    try (Running running = trader.start("run", "run");
        Page page = new Page(files)) {
      Await.until(
          "a first cycle with filled trades",
          LIMIT,
          () -> running.isAlive() && page.hasFilledTrade(),
          running::said);
      Await.until("seven healthy services", LIMIT, page::isHealthy, running::said);

      showsEverything(page);
      refusesASecond(trader, running);
      assertThat(trader.run("status").succeeded().out()).contains("SIMULATED");
      assertThat(running.stop()).isZero();
    }
    assertThat(Files.readString(folder.resolve("logs").resolve("trader.log")))
        .contains("gRPC call succeeded: ");
    trader.run("cycle", "--dry-run").succeeded();
    new Books(trader.data()).assertAgreeWithTheBroker();
  }

  private static void showsEverything(Page page) {
    JsonNode status = page.get("/api/status");
    assertThat(status.path("simulated").asBoolean()).isTrue();
    assertThat(status.path("services"))
        .hasSize(7)
        .allSatisfy(
            service -> {
              assertThat(service.path("state").asText()).isEqualTo("HEALTHY");
              assertThat(service.path("placement").asText()).isEqualTo("in-process");
              assertThat(service.path("version").asText()).isNotBlank();
            });
    assertThat(page.get("/api/metrics").properties())
        .extracting(entry -> entry.getKey())
        .containsExactlyInAnyOrder(
            "planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
  }

  private static void refusesASecond(Trader trader, Running first) {
    Trader.Outcome second = trader.run("run");

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err())
        .contains("process " + first.pid(), trader.data().toString(), "kill " + first.pid());
  }
}
