package dev.arduinotrader.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Says what machine the figures are from, and how busy it was. */
final class Machine {
  private Machine() {}

  static void describe() {
    System.out.printf(
        Locale.ROOT,
        "%d processors, %s %s, Java %s, heap up to %d MB, load %.1f%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        Runtime.getRuntime().maxMemory() / (1024 * 1024),
        load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
