package dev.arduinotrader.bench;

import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.logging.LogSetup;
import dev.arduinotrader.universe.UniverseQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Measures calls and cycles in one run, so that the figures can be compared with each other. */
public final class Main {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private Main() {}

  /**
   * Runs all measurements and prints them.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("trader-bench");
    LogSetup.toFile(folder.resolve("logs"), "bench", false);
    Machine.describe();
    Running<TraderSystem> running = CycleBenchmark.start(folder);
    try {
      TraderSystem system = running.value();
      Isin isin =
          system
              .services()
              .universe()
              .getUniverse(system.context(TIMEOUT), UniverseQuery.first())
              .orElseThrow()
              .securities()
              .getFirst()
              .isin();
      CycleBenchmark.run(system).forEach(System.out::println);
      CallBenchmark.run(system.services().universe(), isin).forEach(System.out::println);
    } finally {
      running.lifecycle().stop(TIMEOUT);
    }
    System.exit(0);
  }
}
