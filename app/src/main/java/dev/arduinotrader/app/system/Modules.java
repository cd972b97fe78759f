package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.GatewayModule;
import dev.arduinotrader.gateway.GatewayNeighbours;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.OptimizationModule;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.planning.PlanningModule;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.alert.HealthStreaks;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.health.HealthReporter;
import dev.arduinotrader.platform.health.SelfChecks;
import dev.arduinotrader.platform.health.StateGuard;
import dev.arduinotrader.platform.health.Version;
import dev.arduinotrader.platform.lifecycle.Lifecycle;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.server.HostedService;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the services from the lowest up: hosted ones open their stores, others get a client. */
final class Modules {
  private final SystemSettings settings;
  private final Placement placement;
  private final Path data;
  private final Databases databases;
  private final Lifecycle lifecycle;
  private final Reach reach;
  private final ProcessParts parts;
  private final FleetStates states;
  private final List<HostedService> hosted = new ArrayList<>();
  private @Nullable TradingModule trading;
  private @Nullable UniverseModule universe;
  private @Nullable GatewayModule gateway;

  Modules(
      SystemSettings settings,
      Lifecycle lifecycle,
      Reach reach,
      Databases databases,
      ProcessParts parts) {
    this.settings = settings;
    this.placement = settings.placement();
    this.data = settings.dataDirectory();
    this.databases = databases;
    this.lifecycle = lifecycle;
    this.reach = reach;
    this.parts = parts;
    this.states = new FleetStates(parts.clock(), parts.ids(), parts.epochs());
  }

  ServiceSet open() {
    UniverseService universeService = universe();
    ScoringService scoring = scoring(universeService);
    OptimizationService optimization = optimization(universeService);
    PortfolioService portfolio = portfolio(universeService);
    PlanningService planning = planning(scoring, optimization);
    TradingService tradingService = trading(portfolio, universeService);
    GatewayService gatewayService =
        gateway(new GatewayNeighbours(universeService, portfolio, planning, tradingService));
    return new ServiceSet(
        planning,
        scoring,
        optimization,
        portfolio,
        tradingService,
        universeService,
        gatewayService);
  }

  /**
   * Begins to look after all services; not before this process's own ports are open. The gateway
   * shows what is seen, whoever keeps state learns whether others run by a newer epoch, and every
   * process learns how its own services are.
   */
  void watchHealth(ServiceSet services) {
    boolean writes = placement.hosted().stream().anyMatch(ServiceName::isState);
    boolean all = placement.hosts(ServiceName.GATEWAY) || (settings.serving() && writes);
    if (all || settings.serving()) {
      Predicate<ServiceName> watched = name -> all || placement.hosts(name);
      lifecycle.open(
          "the health watch",
          () -> Result.success(states.watch(services, placement, settings.serving(), watched)));
    }
  }

  /** How often in a row each service has failed its checks. */
  HealthStreaks streaks() {
    return states.streaks();
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
    if (universe != null && settings.serving()) {
      universe.start();
    }
    if (trading != null) {
      trading.start();
    }
  }

  private UniverseService universe() {
    return service(
        ServiceName.UNIVERSE,
        UniverseService.class,
        () -> {
          UniverseModule opened =
              lifecycle.open(
                  "universe",
                  () -> UniverseModule.open(UniverseSettings.in(data, databases), parts.clock()));
          universe = opened;
          return opened.local();
        },
        UniverseModule::server,
        UniverseModule::client);
  }

  private ScoringService scoring(UniverseService universe) {
    return service(
        ServiceName.SCORING,
        ScoringService.class,
        () -> ScoringModule.local(universe, parts.clock(), Version.current()),
        ScoringModule::server,
        ScoringModule::client);
  }

  private OptimizationService optimization(UniverseService universe) {
    return service(
        ServiceName.OPTIMIZATION,
        OptimizationService.class,
        () -> OptimizationModule.local(universe, parts.clock(), Version.current()),
        OptimizationModule::server,
        OptimizationModule::client);
  }

  private PortfolioService portfolio(UniverseService universe) {
    return service(
        ServiceName.PORTFOLIO,
        PortfolioService.class,
        () ->
            lifecycle
                .open(
                    "portfolio",
                    () -> Result.success(PortfolioModule.open(databases, universe, parts.clock())))
                .local(),
        PortfolioModule::server,
        PortfolioModule::client);
  }

  private PlanningService planning(ScoringService scoring, OptimizationService optimization) {
    return service(
        ServiceName.PLANNING,
        PlanningService.class,
        () -> PlanningModule.local(scoring, optimization, parts.clock(), Version.current()),
        PlanningModule::server,
        PlanningModule::client);
  }

  private TradingService trading(PortfolioService portfolio, UniverseService universe) {
    return service(
        ServiceName.TRADING,
        TradingService.class,
        () -> openTrading(portfolio, universe).local(),
        TradingModule::server,
        TradingModule::client);
  }

  private TradingModule openTrading(PortfolioService portfolio, UniverseService universe) {
    TradingModule module =
        lifecycle.open(
            "trading",
            () ->
                Result.success(
                    TradingModule.open(
                        data,
                        databases,
                        portfolio,
                        universe,
                        parts.clock(),
                        parts.ids(),
                        parts.epochs()::isOutdated)));
    trading = module;
    return module;
  }

  private GatewayService gateway(GatewayNeighbours services) {
    return service(
        ServiceName.GATEWAY,
        GatewayService.class,
        () -> openGateway(services).local(),
        GatewayModule::server,
        GatewayModule::client);
  }

  private GatewayModule openGateway(GatewayNeighbours services) {
    Fleet fleet =
        new Fleet(
            reach,
            new FleetMetrics(reach, parts),
            states::now,
            parts.self(),
            () -> simulated(services.universe()));
    GatewayModule module =
        lifecycle.open(
            "gateway",
            () ->
                Result.success(
                    GatewayModule.open(
                        databases,
                        services,
                        fleet,
                        this::gatewayHealth,
                        parts.clock(),
                        parts.ids())));
    gateway = module;
    return module;
  }

  private Supplier<ServiceHealth> gatewayHealth(Database database) {
    return new HealthReporter(parts.clock(), List.of(SelfChecks.database(database)))::report;
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
  private <S extends TraderService> S service(
      ServiceName name,
      Class<S> type,
      Supplier<S> open,
      Function<S, BindableService> server,
      Function<RemoteCalls, S> client) {
    S local = null;
    if (placement.hosts(name)) {
      local = parts.self().signing(type, open.get());
      if (name.isState()) {
        local = keeping(type, local, server);
      }
      if (settings.serving()) {
        host(name, server.apply(local));
      }
    }
    return reach.service(name, type, local, client);
  }

  private <S extends TraderService> S keeping(
      Class<S> type, S service, Function<S, BindableService> server) {
    return StateGuard.around(
        type, service, server.apply(service).bindService().getServiceDescriptor(), parts.epochs());
  }

  private void host(ServiceName name, BindableService bindable) {
    hosted.add(
        new HostedService(
            name.key(),
            bindable.bindService().getServiceDescriptor().getName(),
            placement.port(name),
            bindable,
            reach.limit(name)));
  }
}
