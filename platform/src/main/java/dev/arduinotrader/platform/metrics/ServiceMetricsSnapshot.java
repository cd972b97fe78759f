package dev.arduinotrader.platform.metrics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls of one service at one moment.
 *
 * @param service the service's key
 * @param methods the figures of each method, by name
 */
public record ServiceMetricsSnapshot(String service, SortedMap<String, MethodFigures> methods) {
  public ServiceMetricsSnapshot {
    methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
  }

  /** All methods together. */
  public MethodFigures total() {
    return methods.values().stream().reduce(MethodFigures.NONE, MethodFigures::plus);
  }

  /**
   * The calls of both snapshots, as if one process had seen them.
   *
   * @throws IllegalArgumentException when the other is of another service
   */
  public ServiceMetricsSnapshot plus(ServiceMetricsSnapshot other) {
    if (!service.equals(other.service)) {
      throw new IllegalArgumentException(
          "expected metrics of " + service + ", found those of " + other.service);
    }
    SortedMap<String, MethodFigures> merged = new TreeMap<>(methods);
    other.methods.forEach((method, counts) -> merged.merge(method, counts, MethodFigures::plus));
    return new ServiceMetricsSnapshot(service, merged);
  }
}
