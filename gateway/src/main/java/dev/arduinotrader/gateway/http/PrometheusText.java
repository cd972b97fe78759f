package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the services in the text format 0.0.4 of Prometheus. Times are seconds, as is the
 * custom there; what is not known yet has no line.
 */
final class PrometheusText {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final double MILLIS_PER_SECOND = 1e3;

  private final SystemMetrics metrics;
  private final StringBuilder text = new StringBuilder();

  private PrometheusText(SystemMetrics metrics) {
    this.metrics = metrics;
  }

  /** One block for each figure, services in the order of their names. */
  static String of(SystemMetrics metrics) {
    return new PrometheusText(metrics).write();
  }

  private String write() {
    add(
        "trader_calls_total",
        "counter",
        "Calls that ended, since the process began.",
        figures -> (double) figures.totalCalls());
    add(
        "trader_calls_failed_total",
        "counter",
        "Calls that failed through the service's fault.",
        figures -> (double) figures.failedCalls());
    add(
        "trader_call_latency_seconds_mean",
        "gauge",
        "The mean time of all calls.",
        figures -> seconds(figures.averageLatencyMillis()));
    add(
        "trader_call_latency_seconds_min",
        "gauge",
        "The fastest call.",
        figures -> seconds(figures.minimumLatencyMillis()));
    add(
        "trader_call_latency_seconds_max",
        "gauge",
        "The slowest call.",
        figures -> seconds(figures.maximumLatencyMillis()));
    return text.toString();
  }

  private void add(
      String name, String type, String help, Function<ServiceFigures, @Nullable Double> figure) {
    text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    for (Map.Entry<String, ServiceFigures> service : metrics.services().entrySet()) {
      Double value = figure.apply(service.getValue());
      if (value != null) {
        text.append("%s{service=\"%s\"} %s\n".formatted(name, service.getKey(), value));
      }
    }
  }

  private static @Nullable Double seconds(@Nullable Double millis) {
    return millis == null ? null : millis / MILLIS_PER_SECOND;
  }
}
