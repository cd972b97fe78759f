package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway whose configuration is edited while it answers: two systems with different money show
 * by their answers who was asked.
 */
final class ReconfigurationTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CALLERS = 4;

  private final FleetFiles files;
  private final FleetFiles firstFiles;
  private final FleetFiles otherFiles;
  private final Trader trader;
  private final Trader first;
  private final Trader other;
  private final List<Running> processes = new ArrayList<>();

  ReconfigurationTest(@TempDir Path folder) {
    files = FleetFiles.remote(folder.resolve("gateway"));
    firstFiles = FleetFiles.local(folder.resolve("first"));
    otherFiles = FleetFiles.local(folder.resolve("other"));
    trader = trader(folder.resolve("gateway"), files);
    first = trader(folder.resolve("first"), firstFiles);
    other = trader(folder.resolve("other"), otherFiles);
  }

  private static Trader trader(Path folder, FleetFiles files) {
    return new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());
  }

  @AfterEach
  void stop() {
    processes.forEach(Running::close);
  }

  @Test
  void movesCallsWithoutLosingOneAndKeepsTheOldConfigurationWhenTheNewOneIsWrong()
      throws IOException {
    first.run("portfolio", "deposit", "1000").succeeded();
    other.run("portfolio", "deposit", "2000").succeeded();
    String before = pointToFirst();
    Files.writeString(files.services(), before);
    processes.add(first.start("first", "run", "--no-schedule"));
    processes.add(other.start("other", "run", "--no-schedule"));
    Await.until("two systems that serve", LIMIT, this::areServing, this::said);
    processes.add(trader.start("gateway", "serve", "gateway", "--no-schedule"));
    Await.until("a gateway that serves", LIMIT, this::areServing, this::said);

    try (Page page = new Page(files);
        Callers callers = new Callers(files)) {
      callers.await("1000.00");

      Files.writeString(
          files.services(),
          before.replace(
              "port: " + firstFiles.port(ServiceName.PORTFOLIO) + "\n",
              "port: " + otherFiles.port(ServiceName.PORTFOLIO) + "\n"));
      callers.await("2000.00");

      Files.writeString(files.services(), before.replace("  planning:", "  plannning:"));
      Await.until(
          "the warning", LIMIT, () -> gatewayReason(page).contains("plannning"), this::said);
      assertThat(gatewayReason(page))
          .contains("the changed configuration is not used", "services.yaml:4", "planning");
      assertThat(callers.last()).isEqualTo("2000.00");

      Files.writeString(files.services(), before);
      callers.await("1000.00");
      Await.until("no warning", LIMIT, () -> !gatewayReason(page).contains("warning"), this::said);
      assertThat(callers.failures()).isEmpty();
      assertThat(callers.count()).isGreaterThan(10);
    }
  }

  /** The gateway's own file: everything else is found at the first system. */
  private String pointToFirst() throws IOException {
    String text = Files.readString(files.services());
    for (ServiceName name : ServiceName.values()) {
      if (name != ServiceName.GATEWAY) {
        text =
            text.replace(
                "port: " + files.port(name) + "\n", "port: " + firstFiles.port(name) + "\n");
      }
    }
    String page = "http_port: " + files.httpPort() + "\n";
    return text.replace(page, page + "    health_check:\n      interval_seconds: 1\n");
  }

  private boolean areServing() {
    assertThat(processes).as(said()).allMatch(Running::isAlive);
    return processes.stream().allMatch(process -> process.said().contains("Ctrl-C"));
  }

  private static String gatewayReason(Page page) {
    for (JsonNode service : page.get("/api/status").path("services")) {
      if (service.path("name").asText().equals("gateway")) {
        return service.path("reason").asText();
      }
    }
    throw new AssertionError("the status does not show the gateway");
  }

  private String said() {
    StringBuilder said = new StringBuilder();
    processes.forEach(process -> said.append(process.said()));
    return said.toString();
  }

  /** Ask for the portfolio without a pause and note what they see. */
  private static final class Callers implements AutoCloseable {
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> running;
    private final AtomicInteger count = new AtomicInteger();
    private volatile String last = "";

    Callers(FleetFiles files) {
      running =
          Stream.generate(() -> CompletableFuture.runAsync(() -> ask(files), threads))
              .limit(CALLERS)
              .toList();
    }

    private void ask(FleetFiles files) {
      try (Page page = new Page(files)) {
        while (!enough.get()) {
          last = page.get("/api/portfolio").path("total").path("amount").asText();
          count.incrementAndGet();
        }
      } catch (AssertionError | RuntimeException failed) {
        failures.add(String.valueOf(failed));
      }
    }

    int count() {
      return count.get();
    }

    String last() {
      return last;
    }

    /** Waits until this amount is seen, or a call has failed. */
    void await(String amount) {
      Await.until(
          "answers with " + amount,
          LIMIT,
          () -> !failures.isEmpty() || last.equals(amount),
          () -> "the last answer had " + last);
      assertThat(failures).isEmpty();
    }

    List<String> failures() {
      return List.copyOf(failures);
    }

    @Override
    public void close() {
      enough.set(true);
      running.forEach(CompletableFuture::join);
      threads.close();
    }
  }
}
