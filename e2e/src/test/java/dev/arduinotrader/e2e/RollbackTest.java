package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drills: back to the configuration of before, under load, and back to one device. What each
 * took stays in {@code target/rollback.txt}; more rounds with {@code -Dtrader.rollback.rounds=N}.
 */
final class RollbackTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ROUNDS = Integer.getInteger("trader.rollback.rounds", 1);

  private final Path folder;
  private final List<Double> configSeconds = new ArrayList<>();
  private final List<Double> singleSeconds = new ArrayList<>();

  RollbackTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void goesBackToTheConfigurationOfBeforeUnderLoadAndToOneDevice() throws IOException {
    for (int round = 1; round <= ROUNDS; round++) {
      try (ThreeDevices devices = new ThreeDevices(folder.resolve("round-" + round))) {
        devices.start();
        goBack(devices);
        doEverything(devices);
      }
    }
    Files.writeString(
        Path.of("target/rollback.txt"),
        "config %s s%nsingle-device %s s%n".formatted(configSeconds, singleSeconds));
  }

  private void goBack(ThreeDevices devices) throws IOException {
    String before = Files.readString(devices.services("primary"));
    Trader primary = devices.trader("primary");
    String fleet = devices.fleet().toString();
    String port = Integer.toString(devices.sparePort());
    primary
        .run(
            "migrate",
            "planning",
            "--to",
            "green",
            "--port",
            port,
            "--watch",
            "3",
            "--fleet",
            fleet)
        .succeeded();
    try (FollowingCallers callers = new FollowingCallers(devices.folder("primary"))) {
      Await.until("200 calls", LIMIT, () -> callers.answered() >= 200, callers::toString);
      Trader.Outcome back = timed(configSeconds, primary, "rollback", "config", "--fleet", fleet);
      int answered = callers.answered();
      Await.until(
          "200 calls more", LIMIT, () -> callers.answered() >= answered + 200, callers::toString);
      assertThat(callers.failures()).as(back.err()).isEmpty();
      assertThat(back.err()).contains("started planning on blue", "stopped planning on green");
      System.out.printf("rolled back under load: %d calls, 0 failed%n", callers.answered());
    }
    for (String id : List.of("blue", "green", "primary")) {
      assertThat(devices.services(id)).hasContent(before);
    }
  }

  /** Blue and green are gone; the device with the state does everything by itself. */
  private void doEverything(ThreeDevices devices) {
    devices.stop("blue");
    devices.stop("green");
    Trader primary = devices.trader("primary");
    String fleet = devices.fleet().toString();
    Trader.Outcome alone =
        timed(singleSeconds, primary, "rollback", "single-device", "--fleet", fleet);
    assertThat(alone.out()).contains("Back to single-device.", "stop what runs on blue");
    assertThat(primary.run("health").succeeded().out().lines())
        .hasSize(ServiceName.values().length)
        .allMatch(line -> line.endsWith(": healthy"));
  }

  private static Trader.Outcome timed(List<Double> seconds, Trader trader, String... words) {
    long start = System.nanoTime();
    Trader.Outcome outcome = trader.run(words).succeeded();
    double taken = (System.nanoTime() - start) / 1e9;
    seconds.add(Double.parseDouble("%.1f".formatted(taken)));
    System.out.printf(Locale.ROOT, "%s took %.1f s%n", String.join(" ", words), taken);
    return outcome;
  }
}
