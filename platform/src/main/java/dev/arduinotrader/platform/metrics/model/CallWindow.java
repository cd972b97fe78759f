package dev.arduinotrader.platform.metrics.model;

import org.jspecify.annotations.Nullable;

/**
 * The calls of the last five minutes.
 *
 * @param failedCalls those that failed through the service's fault
 * @param latencyNanosSum over all calls, failed ones too
 * @param latencies of all calls, failed ones too
 */
public record CallWindow(long failedCalls, long latencyNanosSum, LatencyHistogram latencies) {
  /** No calls. */
  public static final CallWindow NONE = new CallWindow(0, 0, LatencyHistogram.EMPTY);

  private static final double NANOS_PER_MILLISECOND = 1e6;

  /** The calls of both, as if one had seen them. */
  public CallWindow plus(CallWindow other) {
    return new CallWindow(
        failedCalls + other.failedCalls,
        latencyNanosSum + other.latencyNanosSum,
        latencies.plus(other.latencies));
  }

  /** All calls that ended. */
  public long totalCalls() {
    return latencies.total();
  }

  /** The fraction of calls that did not fail, 0 to 1; null without calls. */
  public @Nullable Double successRate() {
    return totalCalls() == 0 ? null : (double) (totalCalls() - failedCalls) / totalCalls();
  }

  /** Milliseconds; null without calls. */
  public @Nullable Double averageLatencyMillis() {
    return totalCalls() == 0 ? null : latencyNanosSum / NANOS_PER_MILLISECOND / totalCalls();
  }
}
