package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.figures.FleetFigures;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.figures.ServicePicture;
import dev.arduinotrader.platform.grpc.ProcessClient;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.MethodFigures;
import dev.arduinotrader.platform.metrics.model.CallWindow;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The calls of all processes of the fleet, each asked when the gateway is. */
final class FleetMetrics {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final List<String> SERVICES =
      Stream.of(ServiceName.values()).map(ServiceName::key).toList();

  private final Reach reach;
  private final ProcessParts parts;
  private final FleetFigures figures;

  FleetMetrics(Reach reach, ProcessParts parts) {
    this.reach = reach;
    this.parts = parts;
    this.figures = new FleetFigures(parts.figures(), this::ask, parts.clock());
  }

  /** The figures of all seven services as they are known now. */
  SystemMetrics look() {
    Map<String, SystemMetrics.ServiceFigures> services = new TreeMap<>();
    figures
        .look(SERVICES, elsewhere(reach.placement()))
        .forEach((service, picture) -> services.put(service, figures(picture)));
    return new SystemMetrics(services);
  }

  /** What every process told last, this one included. */
  List<ProcessFigures> processes() {
    return figures.processes(elsewhere(reach.placement()).keySet());
  }

  /** Every endpoint that is not one of this process, with the services that are called there. */
  private static Map<Endpoint, Set<String>> elsewhere(Placement placement) {
    Map<Endpoint, Set<String>> endpoints = new LinkedHashMap<>();
    for (ServiceName name : ServiceName.values()) {
      if (placement.route(name) instanceof Route.Remote(List<Endpoint> remote)
          && !(placement.hosts(name) && remote.size() == 1)) {
        remote.forEach(
            endpoint ->
                endpoints.computeIfAbsent(endpoint, key -> new LinkedHashSet<>()).add(name.key()));
      }
    }
    return endpoints;
  }

  private Result<ProcessFigures> ask(Endpoint endpoint, Duration timeout) {
    ServiceName name =
        elsewhere(reach.placement()).getOrDefault(endpoint, Set.of()).stream()
            .flatMap(key -> ServiceName.fromKey(key).stream())
            .findFirst()
            .orElse(ServiceName.GATEWAY);
    CallContext context =
        new CallContext(
            AccountId.SHARED,
            "gateway",
            parts.ids().nextRequestId(),
            Deadline.after(timeout),
            parts.clock().now());
    return reach.aside(name, endpoint, calls -> new ProcessClient(calls).figures(context));
  }

  private static SystemMetrics.ServiceFigures figures(ServicePicture picture) {
    SortedSet<String> methods = new TreeSet<>(picture.called().keySet());
    methods.addAll(picture.answered().keySet());
    return new SystemMetrics.ServiceFigures(
        calls(picture.total()),
        methods.stream()
            .map(
                method ->
                    new SystemMetrics.MethodFigures(
                        method,
                        calls(picture.called().getOrDefault(method, MethodFigures.NONE)),
                        calls(picture.answered().getOrDefault(method, MethodFigures.NONE))))
            .toList(),
        picture.breakers().stream().map(FleetMetrics::breaker).toList(),
        picture.stale(),
        picture.age().map(age -> age.toMillis() / MILLIS_PER_SECOND).orElse(null));
  }

  private static SystemMetrics.BreakerFigures breaker(ServicePicture.Circuit circuit) {
    return new SystemMetrics.BreakerFigures(
        circuit.caller(),
        circuit.breaker().state().name().toLowerCase(Locale.ROOT),
        circuit.breaker().failuresInRow(),
        circuit.breaker().timesOpened(),
        circuit.breaker().refusedCalls());
  }

  private static SystemMetrics.Calls calls(MethodFigures figures) {
    return new SystemMetrics.Calls(lifetime(figures.lifetime()), window(figures.recent()));
  }

  private static SystemMetrics.CallFigures lifetime(CallCounts counts) {
    Double successRate = counts.successRate();
    return new SystemMetrics.CallFigures(
        counts.totalCalls(),
        counts.failedCalls(),
        successRate == null ? 1.0 : successRate,
        counts.averageLatencyMillis(),
        counts.minLatencyMillis(),
        counts.maxLatencyMillis());
  }

  private static SystemMetrics.WindowFigures window(CallWindow window) {
    return new SystemMetrics.WindowFigures(
        window.totalCalls(),
        window.failedCalls(),
        window.successRate(),
        window.averageLatencyMillis(),
        window.latencies().percentileMillis(0.5),
        window.latencies().percentileMillis(0.95),
        window.latencies().percentileMillis(0.99));
  }
}
