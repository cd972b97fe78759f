package dev.arduinotrader.gateway.grpc;

import dev.arduinotrader.contracts.gateway.BreakerFigures;
import dev.arduinotrader.contracts.gateway.CallFigures;
import dev.arduinotrader.contracts.gateway.GetMetricsResponse;
import dev.arduinotrader.contracts.gateway.MethodFigures;
import dev.arduinotrader.contracts.gateway.ServiceFigures;
import dev.arduinotrader.contracts.gateway.WindowFigures;
import dev.arduinotrader.gateway.SystemMetrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Metrics, both ways. */
final class MetricsMessages {
  private MetricsMessages() {}

  static GetMetricsResponse toProto(SystemMetrics metrics) {
    GetMetricsResponse.Builder message = GetMetricsResponse.newBuilder();
    metrics
        .services()
        .forEach((service, figures) -> message.putServices(service, toProto(figures)));
    return message.build();
  }

  static SystemMetrics fromProto(GetMetricsResponse message) {
    Map<String, SystemMetrics.ServiceFigures> services = new TreeMap<>();
    message
        .getServicesMap()
        .forEach((service, figures) -> services.put(service, fromProto(figures)));
    return new SystemMetrics(services);
  }

  private static ServiceFigures toProto(SystemMetrics.ServiceFigures figures) {
    SystemMetrics.CallFigures lifetime = figures.calls().lifetime();
    ServiceFigures.Builder message =
        ServiceFigures.newBuilder()
            .setTotalCalls(lifetime.totalCalls())
            .setFailedCalls(lifetime.failedCalls())
            .setSuccessRate(lifetime.successRate())
            .setWindow(toProto(figures.calls().window()))
            .setStale(figures.stale());
    give(lifetime.averageLatencyMillis(), message::setAvgLatencyMs);
    give(lifetime.minimumLatencyMillis(), message::setMinLatencyMs);
    give(lifetime.maximumLatencyMillis(), message::setMaxLatencyMs);
    give(figures.ageSeconds(), message::setAgeSeconds);
    figures.methods().forEach(method -> message.addMethods(toProto(method)));
    figures.breakers().forEach(breaker -> message.addBreakers(toProto(breaker)));
    return message.build();
  }

  private static SystemMetrics.ServiceFigures fromProto(ServiceFigures message) {
    return new SystemMetrics.ServiceFigures(
        new SystemMetrics.Calls(
            new SystemMetrics.CallFigures(
                message.getTotalCalls(),
                message.getFailedCalls(),
                message.getSuccessRate(),
                message.hasAvgLatencyMs() ? message.getAvgLatencyMs() : null,
                message.hasMinLatencyMs() ? message.getMinLatencyMs() : null,
                message.hasMaxLatencyMs() ? message.getMaxLatencyMs() : null),
            fromProto(message.getWindow())),
        message.getMethodsList().stream().map(MetricsMessages::fromProto).toList(),
        message.getBreakersList().stream().map(MetricsMessages::fromProto).toList(),
        message.getStale(),
        message.hasAgeSeconds() ? message.getAgeSeconds() : null);
  }

  private static MethodFigures toProto(SystemMetrics.MethodFigures figures) {
    return MethodFigures.newBuilder()
        .setMethod(figures.method())
        .setCalled(toProto(figures.called().lifetime()))
        .setCalledWindow(toProto(figures.called().window()))
        .setAnswered(toProto(figures.answered().lifetime()))
        .setAnsweredWindow(toProto(figures.answered().window()))
        .build();
  }

  private static SystemMetrics.MethodFigures fromProto(MethodFigures message) {
    return new SystemMetrics.MethodFigures(
        message.getMethod(),
        new SystemMetrics.Calls(
            fromProto(message.getCalled()), fromProto(message.getCalledWindow())),
        new SystemMetrics.Calls(
            fromProto(message.getAnswered()), fromProto(message.getAnsweredWindow())));
  }

  private static CallFigures toProto(SystemMetrics.CallFigures figures) {
    CallFigures.Builder message =
        CallFigures.newBuilder()
            .setTotalCalls(figures.totalCalls())
            .setFailedCalls(figures.failedCalls())
            .setSuccessRate(figures.successRate());
    give(figures.averageLatencyMillis(), message::setAvgLatencyMs);
    give(figures.minimumLatencyMillis(), message::setMinLatencyMs);
    give(figures.maximumLatencyMillis(), message::setMaxLatencyMs);
    return message.build();
  }

  private static SystemMetrics.CallFigures fromProto(CallFigures message) {
    return new SystemMetrics.CallFigures(
        message.getTotalCalls(),
        message.getFailedCalls(),
        message.getSuccessRate(),
        message.hasAvgLatencyMs() ? message.getAvgLatencyMs() : null,
        message.hasMinLatencyMs() ? message.getMinLatencyMs() : null,
        message.hasMaxLatencyMs() ? message.getMaxLatencyMs() : null);
  }

  private static WindowFigures toProto(SystemMetrics.WindowFigures figures) {
    WindowFigures.Builder message =
        WindowFigures.newBuilder()
            .setTotalCalls(figures.totalCalls())
            .setFailedCalls(figures.failedCalls());
    give(figures.successRate(), message::setSuccessRate);
    give(figures.averageLatencyMillis(), message::setAvgLatencyMs);
    give(figures.p50LatencyMillis(), message::setP50LatencyMs);
    give(figures.p95LatencyMillis(), message::setP95LatencyMs);
    give(figures.p99LatencyMillis(), message::setP99LatencyMs);
    return message.build();
  }

  private static SystemMetrics.WindowFigures fromProto(WindowFigures message) {
    return new SystemMetrics.WindowFigures(
        message.getTotalCalls(),
        message.getFailedCalls(),
        message.hasSuccessRate() ? message.getSuccessRate() : null,
        message.hasAvgLatencyMs() ? message.getAvgLatencyMs() : null,
        message.hasP50LatencyMs() ? message.getP50LatencyMs() : null,
        message.hasP95LatencyMs() ? message.getP95LatencyMs() : null,
        message.hasP99LatencyMs() ? message.getP99LatencyMs() : null);
  }

  private static BreakerFigures toProto(SystemMetrics.BreakerFigures figures) {
    return BreakerFigures.newBuilder()
        .setCaller(figures.caller())
        .setState(figures.state())
        .setFailuresInRow(figures.failuresInRow())
        .setTimesOpened(figures.timesOpened())
        .setRefusedCalls(figures.refusedCalls())
        .build();
  }

  private static SystemMetrics.BreakerFigures fromProto(BreakerFigures message) {
    return new SystemMetrics.BreakerFigures(
        message.getCaller(),
        message.getState(),
        message.getFailuresInRow(),
        message.getTimesOpened(),
        message.getRefusedCalls());
  }

  private static void give(@Nullable Double value, Consumer<Double> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
