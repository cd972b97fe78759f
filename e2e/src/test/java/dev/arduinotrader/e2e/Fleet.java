package dev.arduinotrader.e2e;

import dev.arduinotrader.platform.config.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All seven services, each as a process of its own, on this machine. */
final class Fleet implements AutoCloseable {
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
    FleetFiles files = FleetFiles.remote(folder);
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

  void startOne(ServiceName name) {
    processes.put(name, trader.start(name.key(), "serve", name.key(), "--no-schedule"));
  }

  void awaitHealthy() {
    Await.until(
        "seven healthy services",
        START_LIMIT,
        () -> trader.run("health").exitCode() == 0,
        () -> {
          StringBuilder said = new StringBuilder();
          processes.forEach(
              (name, process) -> said.append(name).append(": ").append(process.said()));
          return said.toString();
        });
  }

  Trader trader() {
    return trader;
  }

  FleetFiles files() {
    return files;
  }

  Running process(ServiceName name) {
    return processes.get(name);
  }

  @Override
  public void close() {
    processes.values().forEach(Running::close);
  }
}
