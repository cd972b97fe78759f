package dev.arduinotrader.gateway;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls per service, as this process saw them.
 *
 * @param services one entry for each of the seven, also without calls
 */
public record SystemMetrics(Map<String, ServiceFigures> services) {
  public SystemMetrics {
    services = java.util.Collections.unmodifiableMap(new TreeMap<>(services));
  }

  /**
   * The figures of one service; latencies are null before the first call.
   *
   * @param successRate 0 to 1; 1 without calls
   */
  public record ServiceFigures(
      long totalCalls,
      long failedCalls,
      double successRate,
      @Nullable Double averageLatencyMillis,
      @Nullable Double minimumLatencyMillis,
      @Nullable Double maximumLatencyMillis) {}
}
