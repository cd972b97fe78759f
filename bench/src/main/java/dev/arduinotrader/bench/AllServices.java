package dev.arduinotrader.bench;

import dev.arduinotrader.app.session.Services;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.contracts.gateway.GatewayServiceGrpc;
import dev.arduinotrader.contracts.gateway.GetServicesHealthRequest;
import dev.arduinotrader.contracts.gateway.GetServicesHealthResponse;
import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.OptimizationModule;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.scoring.ScoringModule;
import dev.arduinotrader.scoring.ScoringService;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * The seven services of one system, all reached in the same way.
 *
 * @param servicesHealth how many services the gateway tells of: a method of the wire alone, which
 *     is a part of the gateway's status in Java
 */
record AllServices(
    PlanningService planning,
    ScoringService scoring,
    OptimizationService optimization,
    PortfolioService portfolio,
    TradingService trading,
    UniverseService universe,
    GatewayService gateway,
    Function<CallContext, Result<Integer>> servicesHealth) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String VERSION = "bench";

  /** In this process, behind their guards. */
  static AllServices inProcess(TraderSystem system) {
    Services services = system.services();
    TraderClock clock = SystemClock.system();
    UniverseService universe = services.universe();
    ScoringService scoring =
        guarded(
            ServiceName.SCORING,
            ScoringService.class,
            ScoringModule.local(universe, clock, VERSION));
    OptimizationService optimization =
        guarded(
            ServiceName.OPTIMIZATION,
            OptimizationService.class,
            OptimizationModule.local(universe, clock, VERSION));
    PlanningService planning =
        guarded(
            ServiceName.PLANNING,
            PlanningService.class,
            PlanningModule.local(scoring, optimization, clock, VERSION));
    return new AllServices(
        planning,
        scoring,
        optimization,
        services.portfolio(),
        services.trading(),
        universe,
        services.gateway(),
        context ->
            services.gateway().getSystemStatus(context).map(status -> status.services().size()));
  }

  /** A universe in this process, behind its guard. */
  static UniverseService guarded(UniverseService universe) {
    return guarded(ServiceName.UNIVERSE, UniverseService.class, universe);
  }

  /** The same with another universe. */
  AllServices with(UniverseService other) {
    return new AllServices(
        planning, scoring, optimization, portfolio, trading, other, gateway, servicesHealth);
  }

  private static <S> S guarded(ServiceName name, Class<S> type, S service) {
    return LocalGuard.wrap(
        type, service, new GuardSettings(name.key(), new ConcurrencyLimit(10), TIMEOUT));
  }

  /** The same system at its ports on loopback. */
  static AllServices overGrpc(TraderSystem system, Channels channels) {
    Map<String, Integer> ports = system.portsByService();
    return overGrpc(name -> "127.0.0.1:" + ports.get(name.key()), channels);
  }

  /** A system at the usual ports of a device. */
  static AllServices onDevice(String address, Channels channels) {
    return overGrpc(name -> address + ":" + name.defaultPort(), channels);
  }

  private static AllServices overGrpc(
      Function<ServiceName, String> authorities, Channels channels) {
    RemoteCalls gateway = calls(ServiceName.GATEWAY, authorities, channels);
    return new AllServices(
        PlanningModule.client(calls(ServiceName.PLANNING, authorities, channels)),
        ScoringModule.client(calls(ServiceName.SCORING, authorities, channels)),
        OptimizationModule.client(calls(ServiceName.OPTIMIZATION, authorities, channels)),
        PortfolioModule.client(calls(ServiceName.PORTFOLIO, authorities, channels)),
        TradingModule.client(calls(ServiceName.TRADING, authorities, channels)),
        UniverseModule.client(calls(ServiceName.UNIVERSE, authorities, channels)),
        GatewayModule.client(gateway),
        context ->
            gateway.unary(
                GatewayServiceGrpc.getGetServicesHealthMethod(),
                context,
                GetServicesHealthRequest.getDefaultInstance(),
                GetServicesHealthResponse::getServicesCount));
  }

  private static RemoteCalls calls(
      ServiceName name, Function<ServiceName, String> authorities, Channels channels) {
    String[] authority = authorities.apply(name).split(":", 2);
    return channels.callsTo(
        new Target(
            name.key(),
            authority[0],
            Integer.parseInt(authority[1]),
            ChannelSettings.withTimeout(TIMEOUT)));
  }
}
