package dev.arduinotrader.gateway;

import dev.arduinotrader.gateway.autopilot.Autopilot;
import dev.arduinotrader.gateway.autopilot.EventTail;
import dev.arduinotrader.gateway.autopilot.FirstStart;
import dev.arduinotrader.gateway.grpc.GrpcGatewayClient;
import dev.arduinotrader.gateway.grpc.GrpcGatewayServer;
import dev.arduinotrader.gateway.http.HttpHost;
import dev.arduinotrader.gateway.store.SqlGatewayStore;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Builds the gateway: the only thing of this module that the composition root uses. */
public final class GatewayModule implements AutoCloseable {
  /** After these a cycle starts soon. */
  private static final Set<String> NEWS = Set.of("ORDER_FILLED", "CASH_MOVED");

  private final Database database;
  private final SqlGatewayStore store;
  private final GatewayNeighbours services;
  private final TraderClock clock;
  private final Ids ids;
  private final LocalGatewayService local;
  private final List<AutoCloseable> running = new ArrayList<>();

  private GatewayModule(
      Database database,
      GatewayNeighbours services,
      FleetView fleet,
      Function<Database, Supplier<ServiceHealth>> health,
      TraderClock clock,
      Ids ids) {
    this.database = database;
    EventLog events = new EventLog(database);
    this.store = new SqlGatewayStore(database, events);
    this.services = services;
    this.clock = clock;
    this.ids = ids;
    this.local =
        new LocalGatewayService(services, store, clock, ids, fleet, health.apply(database), events);
  }

  /**
   * Opens the gateway's store and builds the service.
   *
   * @param health makes the self-check of a service with this database
   */
  public static GatewayModule open(
      Path dataDirectory,
      GatewayNeighbours neighbours,
      FleetView fleet,
      Function<Database, Supplier<ServiceHealth>> health,
      TraderClock clock,
      Ids ids) {
    return open(Databases.in(dataDirectory), neighbours, fleet, health, clock, ids);
  }

  /** As the other, with the store among these databases. */
  public static GatewayModule open(
      Databases databases,
      GatewayNeighbours neighbours,
      FleetView fleet,
      Function<Database, Supplier<ServiceHealth>> health,
      TraderClock clock,
      Ids ids) {
    Database database = databases.open(SqlGatewayStore.SCHEMA, Durability.NORMAL);
    return new GatewayModule(database, neighbours, fleet, health, clock, ids);
  }

  /** The service itself, to be wrapped by the platform's guard. */
  public GatewayService local() {
    return local;
  }

  /** Serves a gateway over gRPC. */
  public static BindableService server(GatewayService service) {
    return new GrpcGatewayServer(service);
  }

  /** A gateway in another process. */
  public static GatewayService client(RemoteCalls calls) {
    return new GrpcGatewayClient(calls);
  }

  /**
   * Opens the page and the HTTP interface of a gateway.
   *
   * @return what closes it again, or PORT_TAKEN, ADDRESS_UNUSABLE or TOKEN_FILE_UNUSABLE
   */
  public static Result<AutoCloseable> startPage(
      HttpSettings settings,
      GatewayService gateway,
      TradingService trading,
      HaltSwitch halt,
      TraderClock clock,
      Ids ids) {
    return HttpHost.start(settings, gateway, trading, halt, clock, ids).map(host -> host);
  }

  /**
   * Starts to work by itself: the first account and money, cycles on schedule and on news, and the
   * tails of the state services' event logs.
   *
   * @param gateway this gateway as callers see it
   */
  public void startAutopilot(GatewayService gateway, AutopilotSettings settings) {
    FirstStart firstStart =
        new FirstStart(
            services.portfolio(), gateway, clock, ids, settings.account(), settings.firstDeposit());
    Autopilot autopilot = new Autopilot(firstStart, gateway, store, clock, ids, settings);
    UniverseService universe = services.universe();
    PortfolioService portfolio = services.portfolio();
    TradingService trading = services.trading();
    List<EventTail> tails =
        List.of(
            new EventTail("universe", universe, store, clock, ids, event -> {}),
            new EventTail("portfolio", portfolio, store, clock, ids, event -> {}),
            new EventTail("trading", trading, store, clock, ids, event -> heed(event, autopilot)));
    running.add(autopilot);
    running.addAll(tails);
    tails.forEach(EventTail::start);
    autopilot.start();
  }

  private static void heed(ServiceEvent event, Autopilot autopilot) {
    if (NEWS.contains(event.kind())) {
      autopilot.news();
    }
  }

  @Override
  public void close() {
    List<AutoCloseable> parts = new ArrayList<>(running.reversed());
    parts.add(local);
    parts.add(database);
    IllegalStateException failed = new IllegalStateException("the gateway did not stop cleanly");
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        failed.addSuppressed(e);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
