package dev.arduinotrader.bench;

import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.logging.LogSetup;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseSettings;
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
    cycles(folder);
    try (UniverseModule universe =
        UniverseModule.open(UniverseSettings.in(folder), SystemClock.system()).orElseThrow()) {
      CallBenchmark.run(universe.local()).forEach(System.out::println);
    }
    System.exit(0);
  }

  private static void cycles(Path folder) {
    Running<TraderSystem> running = CycleBenchmark.start(folder);
    try {
      CycleBenchmark.run(running.value()).forEach(System.out::println);
    } finally {
      running.lifecycle().stop(TIMEOUT);
    }
  }
}
