package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All seven services, each as a process of its own, on this machine. */
final class Fleet implements AutoCloseable {
  private static final Duration RETRY = Duration.ofMillis(100);
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Trader trader;
  private final FleetFiles files;
  private final Map<ServiceName, Running> processes = new EnumMap<>(ServiceName.class);

  private Fleet(Trader trader, FleetFiles files) {
    this.trader = trader;
    this.files = files;
  }

  /**
   * Starts all seven without the schedule and waits until they are healthy.
   *
   * @param asOf where their clocks start, null for now
   */
  static Fleet start(Path folder, @Nullable String asOf) {
    return start(folder, FleetFiles.remote(folder), asOf);
  }

  /**
   * The same on today's date, for tests in which many calls are repeated until they are given up.
   */
  static Fleet startRetryingQuickly(Path folder) {
    return start(folder, FleetFiles.remote(folder).withRetriesAfter(RETRY), null);
  }

  private static Fleet start(Path folder, FleetFiles files, @Nullable String asOf) {
    Trader trader = new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());
    if (asOf != null) {
      trader.with("TRADER_AS_OF", asOf);
    }
    Fleet fleet = new Fleet(trader, files);
    try {
      for (ServiceName name : ServiceName.values()) {
        fleet.startOne(name);
      }
      fleet.awaitHealthy();
      return fleet;
    } catch (Throwable failed) {
      fleet.close();
      throw failed;
    }
  }

  private void startOne(ServiceName name) {
    processes.put(name, trader.start(name.key(), "serve", name.key(), "--no-schedule"));
  }

  /** Starts one service anew and waits until it serves. */
  void restart(ServiceName name) {
    startOne(name);
    awaitServing();
  }

  /** A process says how it can be stopped once its ports are open. */
  private void awaitServing() {
    Await.until(
        "seven processes that serve",
        START_LIMIT,
        () -> {
          assertThat(processes.values()).as(said()).allMatch(Running::isAlive);
          return processes.values().stream().allMatch(one -> one.said().contains("Ctrl-C"));
        },
        this::said);
  }

  private void awaitHealthy() {
    awaitServing();
    Await.until(
        "seven healthy services",
        START_LIMIT,
        () -> trader.run("health").exitCode() == 0,
        this::said);
  }

  private String said() {
    StringBuilder said = new StringBuilder();
    processes.forEach((name, process) -> said.append(name).append(": ").append(process.said()));
    return said.toString();
  }

  Trader trader() {
    return trader;
  }

  FleetFiles files() {
    return files;
  }

  Running process(ServiceName name) {
    return Objects.requireNonNull(processes.get(name), name.key());
  }

  @Override
  public void close() {
    processes.values().forEach(Running::close);
  }
}
