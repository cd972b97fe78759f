package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lock.ServiceLock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seven processes on one machine, started, asked and stopped by the scripts, and seen by a client
 * in Python.
 */
final class SevenProcessesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final FleetFiles files;
  private final Trader trader;

  SevenProcessesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    files = FleetFiles.remote(folder);
    trader = new Trader(folder);
    trader
        .with("SERVICES_CONFIG_PATH", files.services().toString())
        .with("TRADER_DATA", trader.data().toString())
        .with("TRADER_COMMAND", trader.launcher().toString());
  }

  @AfterEach
  void stop() {
    trader.script("stop_all_services.sh");
  }

  @Test
  void isSeenHealthyAndWithoutOneServiceGoesOn() throws IOException, InterruptedException {
    trader.script("start_all_services.sh").succeeded();
    assertThat(trader.script("health_check.sh").succeeded().out().lines())
        .containsExactly(
            "✓ Planning Service: healthy",
            "✓ Scoring Service: healthy",
            "✓ Optimization Service: healthy",
            "✓ Portfolio Service: healthy",
            "✓ Trading Service: healthy",
            "✓ Universe Service: healthy",
            "✓ Gateway Service: healthy");
    assertThat(askedFromPython()).hasSize(7).allMatch(line -> line.contains("healthy=True"));
    try (Page page = new Page(files)) {
      Await.until("a filled trade", LIMIT, page::hasFilledTrade, this::logs);

      JsonNode scoring = page.get("/api/metrics").path("scoring");
      assertThat(scoring.path("total_calls").asLong()).as("planning's calls").isPositive();
      assertThat(scoring.path("last_5_minutes").path("p99_latency_ms").asDouble()).isPositive();
      assertThat(scoring.path("circuit_breakers").path("primary/planning").path("state").asText())
          .isEqualTo("closed");
      assertThat(scoring.path("stale").asBoolean()).isFalse();

      trader.script("stop_all_services.sh", "scoring").succeeded();

      JsonNode silent = page.get("/api/metrics").path("scoring");
      assertThat(silent.path("stale").asBoolean()).isTrue();
      assertThat(silent.path("age_seconds").asDouble(-1)).isNotNegative();
      assertThat(silent.path("total_calls").asLong())
          .isGreaterThanOrEqualTo(scoring.path("total_calls").asLong());
      Trader.Outcome health = trader.script("health_check.sh");
      assertThat(health.exitCode()).isEqualTo(1);
      assertThat(health.out())
          .contains("✗ Scoring Service: UNHEALTHY", "✓ Gateway Service: healthy");
      assertThat(page.get("/api/status").path("services")).hasSize(7);
      assertThat(page.get("/api/portfolio").path("positions")).isNotEmpty();
    }
    assertThat(logs()).contains("gRPC call succeeded: ");

    assertThat(trader.script("stop_all_services.sh").succeeded().out().lines()).hasSize(7);
    for (ServiceName name : ServiceName.values()) {
      assertThat(ServiceLock.holder(trader.data(), name.key())).as(name.key()).isEmpty();
    }
  }

  private String logs() {
    try {
      return Files.readString(folder.resolve("logs").resolve("gateway.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Debian's own Python lists the services by reflection and calls HealthCheck on each port. */
  private List<String> askedFromPython() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", pythonClient().toString()));
    for (ServiceName name : ServiceName.values()) {
      command.add(name.key() + "=" + files.port(name));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private static Path pythonClient() {
    try {
      return Path.of(SevenProcessesTest.class.getResource("/health_from_python.py").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
