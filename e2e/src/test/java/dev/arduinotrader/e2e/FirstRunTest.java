package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: an empty folder, one command. */
final class FirstRunTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void goesFromNothingToFilledPaperTradesAndStopsCleanly() throws IOException {
    FleetFiles files = FleetFiles.local(folder);
    Trader trader = new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());
    try (Running running = trader.start("run", "run")) {
      Await.until(
          "a first cycle with filled trades",
          LIMIT,
          () -> running.isAlive() && hasFilledTrade(files),
          running::said);

      JsonNode status = get(files, "/api/status");
      assertThat(status.path("healthy").asBoolean()).isTrue();
      assertThat(status.path("simulated").asBoolean()).isTrue();
      assertThat(status.path("services")).hasSize(7);
      assertThat(get(files, "/api/metrics").properties())
          .extracting(entry -> entry.getKey())
          .containsExactlyInAnyOrder(
              "planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
      Trader.Outcome second = trader.run("run");
      assertThat(second.exitCode()).isNotZero();
      assertThat(second.err()).contains(Long.toString(running.pid()));
      assertThat(trader.run("status").succeeded().out()).contains("SIMULATED");
      assertThat(running.stop()).isZero();
    }
    assertThat(Files.readString(folder.resolve("logs").resolve("trader.log")))
        .contains("gRPC call succeeded: ");
  }

  private static boolean hasFilledTrade(FleetFiles files) {
    try {
      for (JsonNode trade : get(files, "/api/trades").path("trades")) {
        if (trade.path("state").asText().equals("FILLED")) {
          return true;
        }
      }
      return false;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static JsonNode get(FleetFiles files, String path) {
    URI uri = URI.create("http://127.0.0.1:" + files.httpPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
