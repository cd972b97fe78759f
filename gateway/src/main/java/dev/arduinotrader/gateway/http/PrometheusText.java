package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemMetrics.BreakerFigures;
import dev.arduinotrader.gateway.SystemMetrics.CallFigures;
import dev.arduinotrader.gateway.SystemMetrics.Calls;
import dev.arduinotrader.gateway.SystemMetrics.MethodFigures;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import dev.arduinotrader.gateway.SystemMetrics.WindowFigures;
import java.util.function.BiConsumer;
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
    PrometheusText all = new PrometheusText(metrics);
    all.services();
    all.methods();
    all.breakers();
    return all.text.toString();
  }

  private void services() {
    String counter = "counter";
    service(
        "trader_calls_total",
        counter,
        "Calls that ended, since each process began.",
        figures -> (double) figures.totalCalls());
    service(
        "trader_calls_failed_total",
        counter,
        "Calls that failed through the service's fault.",
        figures -> (double) figures.failedCalls());
    service(
        "trader_call_latency_seconds_mean",
        "gauge",
        "The mean time of all calls.",
        figures -> seconds(figures.averageLatencyMillis()));
    service(
        "trader_call_latency_seconds_min",
        "gauge",
        "The fastest call.",
        figures -> seconds(figures.minimumLatencyMillis()));
    service(
        "trader_call_latency_seconds_max",
        "gauge",
        "The slowest call.",
        figures -> seconds(figures.maximumLatencyMillis()));
    perService(
        "trader_figures_stale",
        "Whether a process could not be asked whose calls belong here.",
        figures -> figures.stale() ? 1.0 : 0.0);
    perService(
        "trader_figures_age_seconds",
        "The age of the oldest figures in here.",
        ServiceFigures::ageSeconds);
  }

  private void methods() {
    perMethod(
        "trader_method_calls_total",
        "counter",
        "Calls by method and side, since each process began.",
        (calls, line) -> line.accept("", (double) calls.lifetime().totalCalls()));
    perMethod(
        "trader_method_calls_failed_total",
        "counter",
        "Those that failed through the service's fault.",
        (calls, line) -> line.accept("", (double) calls.lifetime().failedCalls()));
    perMethod(
        "trader_method_calls_recent",
        "gauge",
        "Calls in the last five minutes.",
        (calls, line) -> line.accept("", (double) calls.window().totalCalls()));
    perMethod(
        "trader_method_calls_failed_recent",
        "gauge",
        "Failed calls in the last five minutes.",
        (calls, line) -> line.accept("", (double) calls.window().failedCalls()));
    perMethod(
        "trader_method_latency_seconds_recent",
        "gauge",
        "Percentiles of the last five minutes, exact to a sixteenth.",
        PrometheusText::percentiles);
  }

  private void breakers() {
    perBreaker(
        "trader_circuit_breaker_open",
        "gauge",
        "1 when open, 0.5 when half open, 0 when closed.",
        breaker -> openness(breaker.state()));
    perBreaker(
        "trader_circuit_breaker_opened_total",
        "counter",
        "How often it opened, since the caller began.",
        breaker -> (double) breaker.timesOpened());
    perBreaker(
        "trader_circuit_breaker_refused_total",
        "counter",
        "Calls that it refused, since the caller began.",
        breaker -> (double) breaker.refusedCalls());
  }

  private void service(
      String name, String type, String help, Function<CallFigures, @Nullable Double> figure) {
    head(name, type, help);
    metrics
        .services()
        .forEach(
            (service, figures) ->
                line(
                    name, "service=\"" + service + "\"", figure.apply(figures.calls().lifetime())));
  }

  private void perService(
      String name, String help, Function<ServiceFigures, @Nullable Double> figure) {
    head(name, "gauge", help);
    metrics
        .services()
        .forEach(
            (service, figures) -> line(name, "service=\"" + service + "\"", figure.apply(figures)));
  }

  private void perMethod(
      String name,
      String type,
      String help,
      BiConsumer<Calls, BiConsumer<String, @Nullable Double>> figure) {
    head(name, type, help);
    metrics
        .services()
        .forEach(
            (service, figures) ->
                figures.methods().forEach(method -> sides(name, service, method, figure)));
  }

  private void sides(
      String name,
      String service,
      MethodFigures method,
      BiConsumer<Calls, BiConsumer<String, @Nullable Double>> figure) {
    String labels = "service=\"%s\",method=\"%s\",side=\"%%s\"".formatted(service, method.method());
    figure.accept(
        method.called(), (more, value) -> line(name, labels.formatted("called") + more, value));
    figure.accept(
        method.answered(), (more, value) -> line(name, labels.formatted("answered") + more, value));
  }

  private static void percentiles(Calls calls, BiConsumer<String, @Nullable Double> line) {
    WindowFigures window = calls.window();
    line.accept(",quantile=\"0.5\"", seconds(window.p50LatencyMillis()));
    line.accept(",quantile=\"0.95\"", seconds(window.p95LatencyMillis()));
    line.accept(",quantile=\"0.99\"", seconds(window.p99LatencyMillis()));
  }

  private void perBreaker(
      String name, String type, String help, Function<BreakerFigures, @Nullable Double> figure) {
    head(name, type, help);
    metrics
        .services()
        .forEach(
            (service, figures) ->
                figures
                    .breakers()
                    .forEach(
                        breaker ->
                            line(
                                name,
                                "service=\"%s\",caller=\"%s\""
                                    .formatted(service, escaped(breaker.caller())),
                                figure.apply(breaker))));
  }

  private static @Nullable Double openness(String state) {
    return switch (state) {
      case "open" -> 1.0;
      case "half_open" -> 0.5;
      case "closed" -> 0.0;
      default -> null;
    };
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private void head(String name, String type, String help) {
    text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
  }

  private void line(String name, String labels, @Nullable Double value) {
    if (value != null) {
      text.append("%s{%s} %s\n".formatted(name, labels, value));
    }
  }

  private static @Nullable Double seconds(@Nullable Double millis) {
    return millis == null ? null : millis / MILLIS_PER_SECOND;
  }
}
