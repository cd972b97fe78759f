package dev.arduinotrader.app.cli;

import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemMetrics.BreakerFigures;
import dev.arduinotrader.gateway.SystemMetrics.CallFigures;
import dev.arduinotrader.gateway.SystemMetrics.Calls;
import dev.arduinotrader.gateway.SystemMetrics.MethodFigures;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import dev.arduinotrader.gateway.SystemMetrics.WindowFigures;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the calls between services fare. */
@Command(
    name = "metrics",
    description = {
      "Calls of all processes: since each started, and in the last five minutes.",
      "Latencies are milliseconds; percentiles are exact to a sixteenth."
    })
final class MetricsCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Invocation invocation;

  @Option(
      names = "--methods",
      description = "Each method on its own, as its callers and as the service saw it.")
  private boolean methods;

  MetricsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.show(
        session -> session.services().gateway().getMetrics(session.context(TIMEOUT)),
        metrics -> invocation.console().print(text(metrics, methods)));
  }

  /** What a person reads. */
  static String text(SystemMetrics metrics, boolean methods) {
    Table table = methods ? methods(metrics) : services(metrics);
    return methods && table.isEmpty() ? "No calls yet." : table.render();
  }

  private static Table services(SystemMetrics metrics) {
    Table table =
        new Table(
            "SERVICE", "CALLS", "FAILED", "SUCCESS", "AVG", "MAX", "5 MIN", "FAILED", "P50", "P95",
            "P99", "CIRCUIT", "AS OF");
    metrics
        .services()
        .forEach(
            (service, figures) -> {
              CallFigures lifetime = figures.calls().lifetime();
              WindowFigures window = figures.calls().window();
              table.row(
                  service,
                  Long.toString(lifetime.totalCalls()),
                  Long.toString(lifetime.failedCalls()),
                  lifetime.totalCalls() == 0 ? "-" : Numbers.percent(lifetime.successRate()),
                  millis(lifetime.averageLatencyMillis()),
                  millis(lifetime.maximumLatencyMillis()),
                  Long.toString(window.totalCalls()),
                  Long.toString(window.failedCalls()),
                  millis(window.p50LatencyMillis()),
                  millis(window.p95LatencyMillis()),
                  millis(window.p99LatencyMillis()),
                  circuits(figures),
                  asOf(figures));
            });
    return table;
  }

  private static Table methods(SystemMetrics metrics) {
    Table table =
        new Table(
            "SERVICE", "METHOD", "SIDE", "CALLS", "FAILED", "AVG", "MAX", "5 MIN", "P50", "P95",
            "P99");
    metrics
        .services()
        .forEach(
            (service, figures) -> {
              for (MethodFigures method : figures.methods()) {
                row(table, service, method.method(), "called", method.called());
                row(table, service, method.method(), "answered", method.answered());
              }
            });
    return table;
  }

  private static void row(Table table, String service, String method, String side, Calls calls) {
    if (calls.lifetime().totalCalls() > 0) {
      table.row(
          service,
          method,
          side,
          Long.toString(calls.lifetime().totalCalls()),
          Long.toString(calls.lifetime().failedCalls()),
          millis(calls.lifetime().averageLatencyMillis()),
          millis(calls.lifetime().maximumLatencyMillis()),
          Long.toString(calls.window().totalCalls()),
          millis(calls.window().p50LatencyMillis()),
          millis(calls.window().p95LatencyMillis()),
          millis(calls.window().p99LatencyMillis()));
    }
  }

  private static String circuits(ServiceFigures figures) {
    return figures.breakers().stream()
        .filter(breaker -> !breaker.state().equals("closed"))
        .map(MetricsCommand::circuit)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                broken -> broken.isEmpty() && !figures.breakers().isEmpty() ? "closed" : broken));
  }

  private static String circuit(BreakerFigures breaker) {
    return breaker.state().replace('_', ' ') + " at " + breaker.caller();
  }

  private static String asOf(ServiceFigures figures) {
    if (!figures.stale()) {
      return "now";
    }
    Double age = figures.ageSeconds();
    return age == null
        ? "STALE, its process has never answered"
        : String.format(Locale.ROOT, "STALE, %.0f s ago", age);
  }

  private static String millis(@Nullable Double millis) {
    return millis == null ? "-" : String.format(Locale.ROOT, "%.2f", millis);
  }
}
