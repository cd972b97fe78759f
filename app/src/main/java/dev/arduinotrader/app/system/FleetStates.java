package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.alert.HealthStreaks;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.config.HealthCheckConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.health.DeploymentEpochs;
import dev.arduinotrader.platform.health.FleetHealth;
import dev.arduinotrader.platform.health.HealthProbe;
import dev.arduinotrader.platform.health.ServiceState;
import dev.arduinotrader.platform.health.WatchedService;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The health of all seven services: watched while serving, asked on the spot otherwise. */
final class FleetStates {
  private static final Logger LOG = LoggerFactory.getLogger(FleetStates.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final TraderClock clock;
  private final Ids ids;
  private final DeploymentEpochs epochs;
  private final HealthStreaks streaks = new HealthStreaks();
  private volatile Supplier<Map<String, ServiceState>> source = Map::of;

  FleetStates(TraderClock clock, Ids ids, DeploymentEpochs epochs) {
    this.clock = clock;
    this.ids = ids;
    this.epochs = epochs;
  }

  /** The states as they are known now. */
  Map<String, ServiceState> now() {
    return source.get();
  }

  /** Begins to look after the services; the result ends it. */
  AutoCloseable watch(
      ServiceSet services, Placement placement, boolean serving, Predicate<ServiceName> wanted) {
    if (!serving) {
      source = () -> ask(services);
      return () -> {};
    }
    List<WatchedService> watched = new ArrayList<>();
    services
        .byName()
        .forEach(
            (name, client) -> {
              if (!wanted.test(name)) {
                return;
              }
              HealthCheckConfig config = placement.services().service(name).healthCheck();
              watched.add(
                  new WatchedService(
                      name.key(), client, config.enabled(), config.interval(), config.timeout()));
            });
    FleetHealth health = FleetHealth.start(watched, clock, ids, this::note, FleetStates::log);
    source = health::states;
    return health;
  }

  private void note(ServiceState state) {
    epochs.note(state);
    streaks.note(state);
  }

  /** How often in a row each watched service has failed its checks. */
  HealthStreaks streaks() {
    return streaks;
  }

  private static void log(ServiceState state) {
    LOG.info("{} is {}: {}", state.service(), state.state(), state.reason());
  }

  private Map<String, ServiceState> ask(ServiceSet services) {
    Map<String, TraderService> clients = new LinkedHashMap<>();
    services.byName().forEach((name, client) -> clients.put(name.key(), client));
    Map<String, ServiceState> states = new LinkedHashMap<>();
    new HealthProbe(clock, ids)
        .checkAll(clients, TIMEOUT)
        .forEach(state -> states.put(state.service(), state));
    return states;
  }

  /** A call of this process for itself. */
  static CallContext context(ProcessParts parts) {
    return new CallContext(
        AccountId.SHARED,
        "gateway",
        parts.ids().nextRequestId(),
        Deadline.after(TIMEOUT),
        parts.clock().now());
  }
}
