package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven processes on one machine, seen by our own health check and by a client in Python. */
final class SevenProcessesTest {
  @TempDir private Path folder;

  @Test
  void isSeenHealthyAndWithoutOneServiceGoesOn() throws IOException, InterruptedException {
    try (Fleet fleet = Fleet.start(folder, null)) {
      assertThat(fleet.trader().run("health").out().lines())
          .containsExactly(
              "✓ Planning Service: healthy",
              "✓ Scoring Service: healthy",
              "✓ Optimization Service: healthy",
              "✓ Portfolio Service: healthy",
              "✓ Trading Service: healthy",
              "✓ Universe Service: healthy",
              "✓ Gateway Service: healthy");
      assertThat(askedFromPython(fleet)).hasSize(7).allMatch(line -> line.contains("healthy=True"));

      assertThat(fleet.process(ServiceName.SCORING).stop()).isZero();

      Trader.Outcome health = fleet.trader().run("health");
      assertThat(health.exitCode()).isNotZero();
      assertThat(health.out()).contains("✗ Scoring Service: UNHEALTHY");
      assertThat(httpStatus(fleet).path("services")).hasSize(7);
      assertThat(fleet.trader().run("portfolio", "show").exitCode()).isIn(0, 3);
    }
  }

  private static JsonNode httpStatus(Fleet fleet) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + fleet.files().httpPort() + "/api/status");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return Json.mapper().readTree(answer.body());
    }
  }

  /** Debian's own Python lists the services by reflection and calls HealthCheck on each port. */
  private static List<String> askedFromPython(Fleet fleet)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script().toString()));
    for (ServiceName name : ServiceName.values()) {
      command.add(name.key() + "=" + fleet.files().port(name));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private static Path script() {
    try {
      return Path.of(SevenProcessesTest.class.getResource("/health_from_python.py").toURI());
    } catch (java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
