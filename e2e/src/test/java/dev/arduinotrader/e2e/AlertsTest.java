package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is down and comes back: the household is told of both, once, by a real system. */
class AlertsTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final HttpServer hook;
  private final Trader trader;

  AlertsTest(@TempDir Path folder) throws IOException {

    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hook.start();
    FleetFiles files = FleetFiles.remote(folder);
    Path services = files.services();
    Files.writeString(
        services,
        Files.readString(services)
            .replace(
                "    mode: remote\n",
                "    mode: remote\n    health_check: {interval_seconds: 1, timeout_seconds: 5}\n"));
    Path device =
        Files.writeString(
            folder.resolve("device.yaml"),
            """
            device:
              id: primary
              alerts:
                webhook: {url: env:HOOK_URL, secret: env:HOOK_SECRET}
            """);
    trader =
        new Trader(folder)
            .with("SERVICES_CONFIG_PATH", services.toString())
            .with("DEVICE_CONFIG_PATH", device.toString())
            .with("HOOK_URL", "http://127.0.0.1:%d/hook".formatted(hook.getAddress().getPort()))
            .with("HOOK_SECRET", "key");
  }

  @AfterEach
  void stop() {
    hook.stop(0);
  }

  private long told(String state) {
    return posted.stream()
        .filter(body -> body.contains("\"" + state + "\"") && body.contains("\"universe\""))
        .filter(body -> body.contains("SERVICE_DOWN"))
        .count();
  }

  @Test
  void tellsOnceThatAServiceIsDownAndOnceThatItIsBackThoughTheGatewayIsRestarted() {
    try (Running gateway = trader.start("gateway", "serve", "gateway", "--no-schedule")) {
      Await.until("the alert", LIMIT, () -> told("FIRING") == 1, gateway::said);
      Trader.Outcome listed = trader.run("alerts", "list");
      assertThat(listed.exitCode()).as(listed.err()).isEqualTo(1);
      assertThat(listed.out()).contains("SERVICE_DOWN", "universe");
      assertThat(gateway.stop()).isZero();
    }
    try (Running again = trader.start("again", "serve", "gateway", "--no-schedule");
        Running universe = trader.start("universe", "serve", "universe", "--no-schedule")) {
      Await.until(
          "the good news",
          LIMIT,
          () -> told("RESOLVED") == 1,
          () -> again.said() + universe.said());
    }
    assertThat(told("FIRING")).isEqualTo(1);
    assertThat(trader.run("alerts", "test").succeeded().out()).contains("webhook");
    assertThat(posted.getLast()).contains("TEST");
  }
}
