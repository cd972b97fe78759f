package dev.arduinotrader.platform.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of calls over the life of a process.
 *
 * @param totalCalls all calls that ended
 * @param failedCalls those that failed through the service's fault; see {@link CallEnd#isFailureOf}
 * @param latencyNanosSum over all calls, failed ones too
 * @param latencyNanosMin of the fastest call; meaningless without calls
 * @param latencyNanosMax of the slowest call; meaningless without calls
 */
public record CallCounts(
    long totalCalls,
    long failedCalls,
    long latencyNanosSum,
    long latencyNanosMin,
    long latencyNanosMax) {
  /** No calls yet. */
  public static final CallCounts NONE = new CallCounts(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  private static final double NANOS_PER_MILLISECOND = 1e6;

  /** The calls of both, as if one process had seen them. */
  public CallCounts plus(CallCounts other) {
    return new CallCounts(
        totalCalls + other.totalCalls,
        failedCalls + other.failedCalls,
        latencyNanosSum + other.latencyNanosSum,
        Math.min(latencyNanosMin, other.latencyNanosMin),
        Math.max(latencyNanosMax, other.latencyNanosMax));
  }

  /** The fraction of calls that did not fail, 0 to 1; null without calls. */
  public @Nullable Double successRate() {
    return totalCalls == 0 ? null : (double) (totalCalls - failedCalls) / totalCalls;
  }

  /** Milliseconds; null without calls. */
  public @Nullable Double averageLatencyMillis() {
    return totalCalls == 0 ? null : latencyNanosSum / NANOS_PER_MILLISECOND / totalCalls;
  }

  /** Milliseconds; null without calls. */
  public @Nullable Double minLatencyMillis() {
    return totalCalls == 0 ? null : latencyNanosMin / NANOS_PER_MILLISECOND;
  }

  /** Milliseconds; null without calls. */
  public @Nullable Double maxLatencyMillis() {
    return totalCalls == 0 ? null : latencyNanosMax / NANOS_PER_MILLISECOND;
  }

  /**
   * What the metrics page shows: {@code total_calls, failed_calls, success_rate, avg_latency_ms,
   * min_latency_ms, max_latency_ms}; the last four are null without calls.
   */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("total_calls", totalCalls);
    map.put("failed_calls", failedCalls);
    map.put("success_rate", rounded(successRate(), 4));
    map.put("avg_latency_ms", rounded(averageLatencyMillis(), 2));
    map.put("min_latency_ms", rounded(minLatencyMillis(), 2));
    map.put("max_latency_ms", rounded(maxLatencyMillis(), 2));
    return map;
  }

  private static @Nullable Double rounded(@Nullable Double value, int digits) {
    if (value == null) {
      return null;
    }
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
