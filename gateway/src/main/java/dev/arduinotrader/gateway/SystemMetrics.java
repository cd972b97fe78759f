package dev.arduinotrader.gateway;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls per service, of all processes together.
 *
 * @param services one entry for each of the seven, also without calls
 */
public record SystemMetrics(Map<String, ServiceFigures> services) {
  public SystemMetrics {
    services = Collections.unmodifiableMap(new TreeMap<>(services));
  }

  /**
   * One service, as its callers saw it, or as it saw itself when no caller is known.
   *
   * @param calls all methods together
   * @param methods by name
   * @param breakers before the service, one for each process that calls it over gRPC
   * @param stale whether a process could not be asked whose calls belong here
   * @param ageSeconds of the oldest figures in here, 0 when all are of now; null when the service's
   *     own process has never been asked
   */
  public record ServiceFigures(
      Calls calls,
      List<MethodFigures> methods,
      List<BreakerFigures> breakers,
      boolean stale,
      @Nullable Double ageSeconds) {
    public ServiceFigures {
      methods = List.copyOf(methods);
      breakers = List.copyOf(breakers);
    }

    /** Fresh figures of a service that is called within one process. */
    public static ServiceFigures of(Calls calls) {
      return new ServiceFigures(calls, List.of(), List.of(), false, 0.0);
    }
  }

  /**
   * Calls seen from one side.
   *
   * @param lifetime since each process started
   * @param window in the last five minutes
   */
  public record Calls(CallFigures lifetime, WindowFigures window) {
    /** No calls yet. */
    public static final Calls NONE = new Calls(CallFigures.NONE, WindowFigures.NONE);
  }

  /**
   * Calls since each process started; latencies are null before the first call.
   *
   * @param successRate 0 to 1; 1 without calls
   */
  public record CallFigures(
      long totalCalls,
      long failedCalls,
      double successRate,
      @Nullable Double averageLatencyMillis,
      @Nullable Double minimumLatencyMillis,
      @Nullable Double maximumLatencyMillis) {
    /** No calls yet. */
    public static final CallFigures NONE = new CallFigures(0, 0, 1, null, null, null);
  }

  /**
   * Calls of the last five minutes; everything but the counts is null without calls.
   *
   * @param successRate 0 to 1
   * @param p50LatencyMillis what half of the calls did not exceed, exact to a sixteenth
   */
  public record WindowFigures(
      long totalCalls,
      long failedCalls,
      @Nullable Double successRate,
      @Nullable Double averageLatencyMillis,
      @Nullable Double p50LatencyMillis,
      @Nullable Double p95LatencyMillis,
      @Nullable Double p99LatencyMillis) {
    /** No calls. */
    public static final WindowFigures NONE = new WindowFigures(0, 0, null, null, null, null, null);
  }

  /**
   * One method.
   *
   * @param method such as {@code CreatePlan}
   * @param called what its callers saw
   * @param answered what the service saw
   */
  public record MethodFigures(String method, Calls called, Calls answered) {}

  /**
   * A circuit breaker before a service.
   *
   * @param caller the process that calls, such as {@code primary} or {@code primary/trading}
   * @param state closed, open or half_open
   * @param failuresInRow since the last success, while closed
   * @param timesOpened since the caller started
   * @param refusedCalls since the caller started
   */
  public record BreakerFigures(
      String caller, String state, int failuresInRow, long timesOpened, long refusedCalls) {}
}
