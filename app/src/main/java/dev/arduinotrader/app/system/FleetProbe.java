package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.OptimizationModule;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.health.HealthProbe;
import dev.arduinotrader.platform.health.HealthState;
import dev.arduinotrader.platform.health.ServiceState;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.scoring.ScoringModule;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.universe.UniverseModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks all seven services over gRPC, at the addresses of the configuration, from outside. */
public final class FleetProbe {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /**
   * What one service answered.
   *
   * @param displayName such as Planning
   * @param address where it was asked
   * @param detail what was seen
   */
  public record Finding(
      String service, String displayName, String address, boolean healthy, String detail) {}

  private FleetProbe() {}

  /** One finding for each service, in the order of their ports; fails without a certificate. */
  public static Result<List<Finding>> all(LoadedConfig config) {
    return Identities.of(config.device()).map(identity -> all(config, identity.orElse(null)));
  }

  private static List<Finding> all(LoadedConfig config, @Nullable TlsIdentity identity) {
    Map<ServiceName, Endpoint> endpoints = endpoints(config);
    try (Channels channels = new Channels(identity)) {
      Map<String, TraderService> clients = new LinkedHashMap<>();
      endpoints.forEach(
          (name, endpoint) -> clients.put(name.key(), client(name, channels, endpoint)));
      List<ServiceState> states =
          new HealthProbe(SystemClock.system(), new RandomIds()).checkAll(clients, TIMEOUT);
      List<Finding> findings = new ArrayList<>();
      for (ServiceState state : states) {
        ServiceName name = ServiceName.fromKey(state.service()).orElseThrow();
        findings.add(
            new Finding(
                name.key(),
                name.displayName(),
                Objects.requireNonNull(endpoints.get(name)).authority(),
                state.state() == HealthState.HEALTHY,
                state.reason()));
      }
      return findings;
    }
  }

  /** Where each service answers gRPC, whatever the placement says about calls in-process. */
  private static Map<ServiceName, Endpoint> endpoints(LoadedConfig config) {
    Map<ServiceName, Endpoint> endpoints = new LinkedHashMap<>();
    Placement placement = Placement.of(config, null).orElseThrow();
    for (ServiceName name : ServiceName.values()) {
      endpoints.put(
          name,
          switch (placement.route(name)) {
            case Route.Direct direct ->
                new Endpoint(Loopback.host(placement), placement.port(name));
            case Route.Remote remote -> remote.endpoints().getFirst();
          });
    }
    return endpoints;
  }

  private static TraderService client(ServiceName name, Channels channels, Endpoint endpoint) {
    return client(
        name,
        channels.callsTo(
            new Target(
                name.key(),
                endpoint.host(),
                endpoint.port(),
                ChannelSettings.withTimeout(TIMEOUT))));
  }

  /** The client of a service, for what all services answer. */
  static TraderService client(ServiceName name, RemoteCalls calls) {
    return switch (name) {
      case PLANNING -> PlanningModule.client(calls);
      case SCORING -> ScoringModule.client(calls);
      case OPTIMIZATION -> OptimizationModule.client(calls);
      case PORTFOLIO -> PortfolioModule.client(calls);
      case TRADING -> TradingModule.client(calls);
      case UNIVERSE -> UniverseModule.client(calls);
      case GATEWAY -> GatewayModule.client(calls);
    };
  }
}
