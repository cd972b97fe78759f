package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped configurations for two devices, on two devices with a cable between them that is
 * slow, lossy and cut. With {@code -Dlab.long=true} also for a minute. Figures lie in
 * target/fleet.txt.
 */
final class FleetLabTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration WATCHED = Duration.ofSeconds(4);

  /** Far from the minute of a breaker that nothing told; how long it takes is told in figures. */
  private static final Duration RECONNECTED_WITHIN = Duration.ofSeconds(20);

  private static final Path FIGURES = Path.of("target", "fleet.txt");

  /** So many frames of a cycle have passed when planning is at work. */
  private static final int FRAMES_UNTIL_PLANNING = 60;

  /** So that every cycle of an hour has trades left to make. */
  private static final String FEW_TRADES = "limits.tradesPerCycleMax=1";

  private final Path folder;
  private final Lab lab;

  FleetLabTest(@TempDir Path folder) {
    this.folder = folder;
    assumeTrue(
        Lab.isPossible(),
        "SKIPPED: THE FLEET LAB NEEDS ROOT, to make network namespaces; nothing of it was tried");
    lab = Lab.open();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void tradesAcrossACableThatIsSlowLossyAndCutAndLosesAndDoublesNothing() throws IOException {
    try (TwoDevices devices = new TwoDevices(folder, "dual-device")) {
      devices.start();
      devices.owner().run("portfolio", "deposit", "30000", "EUR").succeeded();
      devices.owner().run("policy", "set", FEW_TRADES).succeeded();
      try (SteadyCalls calls = devices.steadyCalls()) {
        calls.firstGoodSince(now());
        note("a good cable", watch(calls), cycle(devices));
        lab.cable().delay(20);
        note("20 ms more each way", watch(calls), cycle(devices));
        lab.cable().heal();
        lab.cable().lose(20);
        note("20 % of frames lost", watch(calls), "");
        lab.cable().heal();
        cut(devices, calls, Duration.ofSeconds(1));
        if (Boolean.getBoolean("lab.long")) {
          cut(devices, calls, Duration.ofSeconds(60));
        }
        cutDuringACycle(devices, calls);
        killComputeDuringACycle(devices, calls);
      }
      devices.books().assertAgreeWithTheBroker();
      assertThat(devices.books().brokerOrders()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void tradesWhenEveryCallBetweenServicesIsRemote() throws IOException {
    try (TwoDevices devices = new TwoDevices(folder, "load-balanced")) {
      devices.start();
      devices.owner().run("portfolio", "deposit", "30000", "EUR").succeeded();
      note("load-balanced, a good cable", "", cycle(devices));
      devices.books().assertAgreeWithTheBroker();
      assertThat(devices.books().brokerOrders()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  private void cut(TwoDevices devices, SteadyCalls calls, Duration length) throws IOException {
    Instant began = now();
    lab.cable().cut();
    LockSupport.parkNanos(length.toNanos());
    String healed = heal(calls, began);
    note("cut for %d s".formatted(length.toSeconds()), healed, cycle(devices));
  }

  /** The cable goes while planning works; the owner is told, and asks again when it is back. */
  private void cutDuringACycle(TwoDevices devices, SteadyCalls calls) throws IOException {
    Instant began = now();
    lab.cable().delay(50);
    CompletableFuture<Trader.Outcome> cut = startCycle(devices);
    lab.cable().cutAfter(FRAMES_UNTIL_PLANNING);
    LockSupport.parkNanos(WATCHED.toNanos());
    String healed = heal(calls, began);
    note("cut during a cycle", healed, told(cut) + "; again: " + cycle(devices));
  }

  private void killComputeDuringACycle(TwoDevices devices, SteadyCalls calls) throws IOException {
    Instant began = now();
    lab.cable().delay(50);
    int frames = lab.cable().frames();
    CompletableFuture<Trader.Outcome> left = startCycle(devices);
    Await.until(
        "a cycle under way",
        LIMIT,
        () -> left.isDone() || lab.cable().frames() > frames + FRAMES_UNTIL_PLANNING,
        devices::said);
    devices.killCompute();
    lab.cable().heal();
    String told = told(left);
    Instant restarted = now();
    devices.startCompute();
    Duration well = Duration.between(restarted, calls.firstGoodSince(restarted));
    note(
        "compute device killed during a cycle",
        SteadyCalls.summary(calls.between(began, now()))
            + "; well %.1f s after its start was asked for".formatted(well.toMillis() / 1e3),
        told + "; again: " + cycle(devices));
  }

  private String heal(SteadyCalls calls, Instant began) {
    Instant healed = now();
    lab.cable().heal();
    Duration well = Duration.between(healed, calls.firstGoodSince(healed));
    assertThat(well).isLessThan(RECONNECTED_WITHIN);
    return SteadyCalls.summary(calls.between(began, now()))
        + "; well %.1f s after healing".formatted(well.toMillis() / 1e3);
  }

  private static String watch(SteadyCalls calls) {
    Instant began = now();
    LockSupport.parkNanos(WATCHED.toNanos());
    List<SteadyCalls.Call> seen = calls.between(began, now());
    assertThat(seen).anyMatch(SteadyCalls.Call::isGood);
    return SteadyCalls.summary(seen);
  }

  private static CompletableFuture<Trader.Outcome> startCycle(TwoDevices devices) {
    return CompletableFuture.supplyAsync(
        () -> devices.owner().run("cycle", "-o", "json"), task -> Thread.ofVirtual().start(task));
  }

  private static String told(CompletableFuture<Trader.Outcome> cycle) {
    Trader.Outcome outcome = cycle.join();
    return outcome.exitCode() == 0
        ? outcome.json().path("message").asText()
        : "exit code " + outcome.exitCode() + ", " + reason(outcome);
  }

  private static String reason(Trader.Outcome outcome) {
    String said = outcome.out().isBlank() ? outcome.err() : outcome.json().path("message").asText();
    return said.lines().findFirst().orElse("");
  }

  /** A cycle that must succeed, how long it took and what it did. */
  private static String cycle(TwoDevices devices) {
    devices.awaitHealthy();
    Instant began = now();
    JsonNode report = devices.owner().run("cycle", "-o", "json").succeeded().json();
    Duration took = Duration.between(began, now());
    Await.until(
        "books with all that the broker did",
        LIMIT,
        () -> devices.books().areComplete(),
        devices::said);
    devices.books().assertAgreeWithTheBroker();
    return "cycle in %.1f s: %s".formatted(took.toMillis() / 1e3, report.path("message").asText());
  }

  private static void note(String what, String calls, String cycle) throws IOException {
    Files.writeString(
        FIGURES,
        "| %s | %s | %s |%n".formatted(what, calls, cycle),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static Instant now() {
    return SystemClock.system().now();
  }
}
