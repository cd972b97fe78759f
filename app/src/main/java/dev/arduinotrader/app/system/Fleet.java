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
import dev.arduinotrader.platform.resilience.BreakerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the gateway's process sees of the fleet, for the gateway to show. */
final class Fleet implements FleetView {
  private final Reach reach;
  private final FleetMetrics figures;
  private final Supplier<Map<String, ServiceState>> states;
  private final ProcessSelf self;
  private final BooleanSupplier simulated;

  Fleet(
      Reach reach,
      FleetMetrics figures,
      Supplier<Map<String, ServiceState>> states,
      ProcessSelf self,
      BooleanSupplier simulated) {
    this.reach = reach;
    this.figures = figures;
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

  @Override
  public SystemMetrics metrics() {
    return figures.look();
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
