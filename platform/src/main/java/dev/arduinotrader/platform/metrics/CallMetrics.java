package dev.arduinotrader.platform.metrics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Counts every call of this process, by side, service and method, from its start on. Health checks
 * and the infrastructure's calls are left out: they would hide how real calls fare.
 */
public final class CallMetrics implements CallObserver {
  private record Key(CallSide side, String service, String method) {}

  private final Map<Key, MethodCounter> counters = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /** By the machine's own clock. */
  public CallMetrics() {
    this(System::nanoTime);
  }

  /**
   * @param nanoTime nanoseconds of a clock that never goes back, for the last five minutes
   */
  public CallMetrics(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public void ended(CallInfo call, CallEnd end) {
    CallMethod method = call.method();
    if (method.isHealthCheck() || method.isInfrastructure()) {
      return;
    }
    counters
        .computeIfAbsent(
            new Key(call.side(), method.service(), method.name()),
            key -> new MethodCounter(nanoTime))
        .add(end.latencyNanos(), end.isFailureOf(method));
  }

  /**
   * The calls that this process made, local or remote, by service: how the services fare as seen
   * from here, those that cannot be reached included.
   */
  public SortedMap<String, ServiceMetricsSnapshot> called() {
    return snapshot(EnumSet.of(CallSide.CLIENT, CallSide.LOCAL));
  }

  /**
   * The calls that this process answered, by service; over all processes each call that arrived is
   * in there once.
   */
  public SortedMap<String, ServiceMetricsSnapshot> served() {
    return snapshot(EnumSet.of(CallSide.SERVER, CallSide.LOCAL));
  }

  /** The calls seen from any of these sides, by service; a service without calls is absent. */
  public SortedMap<String, ServiceMetricsSnapshot> snapshot(Set<CallSide> sides) {
    SortedMap<String, ServiceMetricsSnapshot> snapshots = new TreeMap<>();
    counters.forEach(
        (key, counter) -> {
          if (sides.contains(key.side())) {
            SortedMap<String, MethodFigures> method = new TreeMap<>();
            method.put(key.method(), counter.figures());
            snapshots.merge(
                key.service(),
                new ServiceMetricsSnapshot(key.service(), method),
                ServiceMetricsSnapshot::plus);
          }
        });
    return snapshots;
  }

  /** Tells of every method that was called or answered, on each side. */
  public void forEach(Visitor visitor) {
    counters.forEach(
        (key, counter) ->
            visitor.visit(key.service(), key.method(), key.side(), counter.figures()));
  }

  /** Is told of one method on one side. */
  @FunctionalInterface
  public interface Visitor {
    /** The figures of this method of this service. */
    void visit(String service, String method, CallSide side, MethodFigures figures);
  }

  /** The snapshots of two processes as one. */
  public static SortedMap<String, ServiceMetricsSnapshot> merged(
      Map<String, ServiceMetricsSnapshot> one, Map<String, ServiceMetricsSnapshot> other) {
    SortedMap<String, ServiceMetricsSnapshot> merged = new TreeMap<>(one);
    other.forEach(
        (service, snapshot) -> merged.merge(service, snapshot, ServiceMetricsSnapshot::plus));
    return Collections.unmodifiableSortedMap(merged);
  }
}
