package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books and orders move from one device to another, and everything goes on there. */
final class StateMigrationTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, List<ServiceName>> HOMES =
      Map.of(
          "green",
          List.of(ServiceName.OPTIMIZATION),
          "primary",
          List.of(
              ServiceName.PLANNING,
              ServiceName.SCORING,
              ServiceName.PORTFOLIO,
              ServiceName.TRADING,
              ServiceName.UNIVERSE,
              ServiceName.GATEWAY));

  private final Path folder;

  StateMigrationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void movesBooksAndOrdersAndTradesOnWithoutDoublingAnything() throws IOException {
    try (ThreeDevices devices = new ThreeDevices(folder, HOMES)) {
      devices.start("primary", "trader", "run", "--no-schedule");
      devices.start("green", "optimization", "serve", "optimization");
      devices.awaitServing();
      Trader owner = devices.trader("primary");
      owner.run("portfolio", "deposit", "30000", "EUR").succeeded();
      owner.run("cycle").succeeded();
      List<String> before = new Books(owner.data()).brokerOrders();
      assertThat(before).isNotEmpty();

      assertThat(migrate(devices, "portfolio"))
          .contains("stopped all services on primary", "paper-1 agrees with its broker");
      assertThat(migrate(devices, "trading"))
          .contains("halted every account; 0 were not before", "paper-1 agrees with its broker");

      Books books = new Books(devices.trader("green").data());
      owner.run("cycle");
      assertThat(books.brokerOrders()).as("halted").isEqualTo(before);
      assertThat(owner.run("reconcile").succeeded().out()).contains("Everything agrees.");
      owner.run("resume", "--reason", "compared").succeeded();
      owner.run("portfolio", "deposit", "2000", "EUR").succeeded();
      owner.run("cycle").succeeded();
      Await.until("books as the broker's", LIMIT, () -> agree(books), devices::said);

      assertThat(books.brokerOrders()).containsAll(before).hasSizeGreaterThan(before.size());
      assertThat(oldHome(devices).run("serve", "trading").err())
          .contains("expected the state of trading", "it was moved to green at ");
    }
  }

  /** Fills go on while the auditor reads; at some moment everything is booked. */
  private static boolean agree(Books books) {
    try {
      books.assertAgreeWithTheBroker();
      return true;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private static String migrate(ThreeDevices devices, String service) {
    int port = devices.sparePort(ServiceName.fromKey(service).orElseThrow());
    long begin = System.nanoTime();
    Trader.Outcome moved =
        devices
            .trader("primary")
            .run(
                "migrate",
                service,
                "--to",
                "green",
                "--port",
                Integer.toString(port),
                "--fleet",
                devices.fleet().toString())
            .succeeded();
    System.out.printf("moved %s in %d ms%n", service, (System.nanoTime() - begin) / 1_000_000);
    assertThat(moved.out()).contains(service + " lives on green now", "Every account is halted.");
    return moved.err();
  }

  /** The old home as it would start by the configuration from before. */
  private static Trader oldHome(ThreeDevices devices) throws IOException {
    try (Stream<Path> backups =
        Files.list(devices.folder("primary").resolve("config-backups")).sorted()) {
      Path oldest = backups.findFirst().orElseThrow();
      return devices
          .trader("primary")
          .with("DEVICE_CONFIG_PATH", oldest.resolve("device.yaml").toString())
          .with("SERVICES_CONFIG_PATH", oldest.resolve("services.yaml").toString());
    }
  }
}
