package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.gateway.GatewayNeighbours;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.OptimizationModule;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.health.HealthReporter;
import dev.arduinotrader.platform.health.SelfChecks;
import dev.arduinotrader.platform.health.Version;
import dev.arduinotrader.platform.lifecycle.Lifecycle;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.server.HostedService;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.scoring.ScoringModule;
import dev.arduinotrader.scoring.ScoringService;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import dev.arduinotrader.universe.UniverseSettings;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the services from the lowest up: hosted ones open their stores, others get a client. */
final class Modules {
  private static final long DISK_BYTES_MIN = 50L * 1024 * 1024;

  private final SystemSettings settings;
  private final Placement placement;
  private final Path data;
  private final Lifecycle lifecycle;
  private final Reach reach;
  private final ProcessParts parts;
  private final FleetStates states;
  private final List<HostedService> hosted = new ArrayList<>();
  private @Nullable TradingModule trading;
  private @Nullable GatewayModule gateway;

  Modules(SystemSettings settings, Lifecycle lifecycle, Reach reach, ProcessParts parts) {
    this.settings = settings;
    this.placement = settings.placement();
    this.data = settings.dataDirectory();
    this.lifecycle = lifecycle;
    this.reach = reach;
    this.parts = parts;
    this.states = new FleetStates(parts.clock(), parts.ids());
  }

  ServiceSet open() {
    UniverseService universe = universe();
    ScoringService scoring = scoring(universe);
    OptimizationService optimization = optimization(universe);
    PortfolioService portfolio = portfolio(universe);
    PlanningService planning = planning(scoring, optimization);
    TradingService tradingService = trading(portfolio, universe);
    GatewayService gatewayService =
        gateway(new GatewayNeighbours(universe, portfolio, planning, tradingService));
    return new ServiceSet(
        planning, scoring, optimization, portfolio, tradingService, universe, gatewayService);
  }

  /** Begins to look after all services; not before this process's own ports are open. */
  void watchHealth(ServiceSet services) {
    if (placement.hosts(ServiceName.GATEWAY)) {
      lifecycle.open(
          "the health watch",
          () -> Result.success(states.watch(services, placement, settings.serving())));
    }
  }

  /** What this process offers to others. */
  List<HostedService> hosted() {
    return List.copyOf(hosted);
  }

  Optional<GatewayModule> gateway() {
    return Optional.ofNullable(gateway);
  }

  /** Starts the threads of services that work by themselves. */
  void startWorking() {
    if (trading != null) {
      trading.start();
    }
  }

  private UniverseService universe() {
    Supplier<UniverseService> local =
        () -> {
          UniverseService service =
              lifecycle
                  .open(
                      "universe",
                      () -> UniverseModule.open(UniverseSettings.in(data), parts.clock()))
                  .local();
          return host(ServiceName.UNIVERSE, service, UniverseModule.server(service));
        };
    return reach.service(
        ServiceName.UNIVERSE,
        UniverseService.class,
        hostedOnce(ServiceName.UNIVERSE, local),
        UniverseModule::client);
  }

  private ScoringService scoring(UniverseService universe) {
    return reach.service(
        ServiceName.SCORING,
        ScoringService.class,
        hostedOnce(
            ServiceName.SCORING,
            () -> {
              ScoringService service =
                  ScoringModule.local(universe, parts.clock(), Version.current());
              return host(ServiceName.SCORING, service, ScoringModule.server(service));
            }),
        ScoringModule::client);
  }

  private OptimizationService optimization(UniverseService universe) {
    return reach.service(
        ServiceName.OPTIMIZATION,
        OptimizationService.class,
        hostedOnce(
            ServiceName.OPTIMIZATION,
            () -> {
              OptimizationService service =
                  OptimizationModule.local(universe, parts.clock(), Version.current());
              return host(ServiceName.OPTIMIZATION, service, OptimizationModule.server(service));
            }),
        OptimizationModule::client);
  }

  private PortfolioService portfolio(UniverseService universe) {
    return reach.service(
        ServiceName.PORTFOLIO,
        PortfolioService.class,
        hostedOnce(
            ServiceName.PORTFOLIO,
            () -> {
              PortfolioService service =
                  lifecycle
                      .open(
                          "portfolio",
                          () -> Result.success(PortfolioModule.open(data, universe, parts.clock())))
                      .local();
              return host(ServiceName.PORTFOLIO, service, PortfolioModule.server(service));
            }),
        PortfolioModule::client);
  }

  private PlanningService planning(ScoringService scoring, OptimizationService optimization) {
    return reach.service(
        ServiceName.PLANNING,
        PlanningService.class,
        hostedOnce(
            ServiceName.PLANNING,
            () -> {
              PlanningService service =
                  PlanningModule.local(scoring, optimization, parts.clock(), Version.current());
              return host(ServiceName.PLANNING, service, PlanningModule.server(service));
            }),
        PlanningModule::client);
  }

  private TradingService trading(PortfolioService portfolio, UniverseService universe) {
    return reach.service(
        ServiceName.TRADING,
        TradingService.class,
        hostedOnce(
            ServiceName.TRADING,
            () -> {
              TradingModule module =
                  lifecycle.open(
                      "trading",
                      () ->
                          Result.success(
                              TradingModule.open(
                                  data, portfolio, universe, parts.clock(), parts.ids())));
              trading = module;
              return host(
                  ServiceName.TRADING, module.local(), TradingModule.server(module.local()));
            }),
        TradingModule::client);
  }

  private GatewayService gateway(GatewayNeighbours services) {
    Fleet fleet =
        new Fleet(
            placement, reach, parts.metrics(), states::now, () -> simulated(services.universe()));
    return reach.service(
        ServiceName.GATEWAY,
        GatewayService.class,
        hostedOnce(
            ServiceName.GATEWAY,
            () -> {
              GatewayModule module =
                  lifecycle.open(
                      "gateway",
                      () ->
                          Result.success(
                              GatewayModule.open(
                                  data,
                                  services,
                                  fleet,
                                  this::gatewayHealth,
                                  parts.clock(),
                                  parts.ids())));
              gateway = module;
              return host(
                  ServiceName.GATEWAY, module.local(), GatewayModule.server(module.local()));
            }),
        GatewayModule::client);
  }

  private Supplier<ServiceHealth> gatewayHealth(Database database) {
    return new HealthReporter(
            parts.clock(),
            List.of(
                SelfChecks.database(database),
                SelfChecks.diskSpace(data, DISK_BYTES_MIN),
                SelfChecks.clock(parts.highWater())))
        ::report;
  }

  private boolean simulated(UniverseService universe) {
    return universe.getUniverse(FleetStates.context(parts), new UniverseQuery(null, 1))
            instanceof Result.Success<dev.arduinotrader.universe.SecurityPage>(var page)
        && page.securities().stream().anyMatch(security -> security.simulated());
  }

  /**
   * Hosted services are opened at once, also when callers here reach them over their port; the
   * others never.
   */
  private <S> Supplier<S> hostedOnce(ServiceName name, Supplier<S> open) {
    if (!placement.hosts(name)) {
      return () -> {
        throw new IllegalStateException(name.key() + " is not hosted here");
      };
    }
    S service = open.get();
    return () -> service;
  }

  private <S> S host(ServiceName name, S service, BindableService bindable) {
    if (settings.serving()) {
      hosted.add(
          new HostedService(
              name.key(),
              bindable.bindService().getServiceDescriptor().getName(),
              placement.port(name),
              bindable,
              reach.limit(name)));
    }
    return service;
  }
}
