package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.FleetView;
import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.health.ProcessDifferences;
import dev.arduinotrader.platform.health.ProcessSelf;
import dev.arduinotrader.platform.health.ServiceState;
import dev.arduinotrader.platform.health.Version;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.ServiceMetricsSnapshot;
import dev.arduinotrader.platform.resilience.BreakerView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the gateway's process sees of the fleet, for the gateway to show. */
final class Fleet implements FleetView {
  private final Reach reach;
  private final CallMetrics metrics;
  private final Supplier<Map<String, ServiceState>> states;
  private final ProcessSelf self;
  private final BooleanSupplier simulated;

  Fleet(
      Reach reach,
      CallMetrics metrics,
      Supplier<Map<String, ServiceState>> states,
      ProcessSelf self,
      BooleanSupplier simulated) {
    this.reach = reach;
    this.metrics = metrics;
    this.states = states;
    this.self = self;
    this.simulated = simulated;
  }

  @Override
  public List<SystemStatus.ServiceStatus> services() {
    Map<String, ServiceState> seen = states.get();
    List<SystemStatus.ServiceStatus> services = new ArrayList<>();
    for (ServiceName name : ServiceName.values()) {
      ServiceState state = seen.get(name.key());
      if (state != null) {
        services.add(status(name, state));
      }
    }
    return services;
  }

  private SystemStatus.ServiceStatus status(ServiceName name, ServiceState state) {
    ServiceHealth answer = state.answer();
    var home = reach.placement().services().service(name).instances().getFirst();
    return new SystemStatus.ServiceStatus(
        name.key(),
        name.displayName(),
        reach.describe(name),
        home.deviceId(),
        home.port(),
        state.state().name(),
        answer == null ? "" : answer.version(),
        state.since(),
        reason(name, state));
  }

  /** What the service says, how its process differs from this one, and whether it is called. */
  private String reason(ServiceName name, ServiceState state) {
    ServiceHealth answer = state.answer();
    List<String> reasons = new ArrayList<>(List.of(state.reason()));
    if (answer != null) {
      reasons.addAll(ProcessDifferences.between(self.facts(), Version.current(), answer));
    }
    reach.brokenCircuit(name).map(BreakerView::explanation).ifPresent(reasons::add);
    return String.join("; ", reasons);
  }

  /** For a service that is called: what callers here saw; for the gateway: what it served. */
  @Override
  public SystemMetrics metrics() {
    Map<String, ServiceMetricsSnapshot> called =
        metrics.snapshot(EnumSet.of(CallSide.LOCAL, CallSide.CLIENT));
    Map<String, ServiceMetricsSnapshot> served = metrics.snapshot(EnumSet.of(CallSide.SERVER));
    Map<String, SystemMetrics.ServiceFigures> figures = new TreeMap<>();
    for (ServiceName name : ServiceName.values()) {
      ServiceMetricsSnapshot snapshot =
          called.containsKey(name.key()) ? called.get(name.key()) : served.get(name.key());
      figures.put(
          name.key(), figures(snapshot == null ? CallCounts.NONE : snapshot.total().lifetime()));
    }
    return new SystemMetrics(figures);
  }

  private static SystemMetrics.ServiceFigures figures(CallCounts counts) {
    Double successRate = counts.successRate();
    return new SystemMetrics.ServiceFigures(
        counts.totalCalls(),
        counts.failedCalls(),
        successRate == null ? 1.0 : successRate,
        counts.averageLatencyMillis(),
        counts.minLatencyMillis(),
        counts.maxLatencyMillis());
  }

  @Override
  public String version() {
    return Version.current();
  }

  @Override
  public String deviceId() {
    return reach.placement().device().id();
  }

  @Override
  public String deploymentMode() {
    return reach.placement().services().deployment().mode().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean simulated() {
    return simulated.getAsBoolean();
  }
}
