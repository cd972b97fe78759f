package dev.arduinotrader.portfolio;

import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.health.HealthReporter;
import dev.arduinotrader.platform.health.SelfCheck;
import dev.arduinotrader.platform.health.SelfChecks;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.grpc.GrpcPortfolioClient;
import dev.arduinotrader.portfolio.grpc.GrpcPortfolioServer;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import dev.arduinotrader.portfolio.store.SqlPortfolioStore;
import dev.arduinotrader.universe.UniverseService;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Builds the portfolio service, its server and its client; all that a composition root needs. */
public final class PortfolioModule implements AutoCloseable {
  private final Database database;
  private final PortfolioService local;

  private PortfolioModule(Database database, PortfolioService local) {
    this.database = database;
    this.local = local;
  }

  /**
   * Opens {@code portfolio.db} in the data directory and builds the service on it.
   *
   * @param dataDirectory exists; its portfolio file's lock is held by the caller
   * @param universe where securities, prices and rates come from
   */
  public static PortfolioModule open(
      Path dataDirectory, UniverseService universe, TraderClock clock) {
    return open(Databases.in(dataDirectory), universe, clock);
  }

  /** Opens the portfolio's store among these databases and builds the service on it. */
  public static PortfolioModule open(
      Databases databases, UniverseService universe, TraderClock clock) {
    Database database = databases.open(SqlPortfolioStore.SCHEMA, Durability.FULL);
    EventLog events = new EventLog(database);
    SqlPortfolioStore store = new SqlPortfolioStore(database, events);
    HealthReporter health =
        new HealthReporter(clock, List.of(SelfChecks.database(database), books(store)));
    return new PortfolioModule(
        database, new LocalPortfolioService(store, events, health::report, universe, clock));
  }

  private static SelfCheck books(PortfolioStore store) {
    return new SelfCheck(
        "books",
        () -> {
          Optional<String> fault = store.latched();
          return new ServiceHealth.Check(
              "books", fault.isEmpty(), fault.map(f -> "read-only: " + f).orElse("writable"));
        });
  }

  /** The service itself, to be wrapped by the platform's guard. */
  public PortfolioService local() {
    return local;
  }

  /** Serves a portfolio service over gRPC. */
  public static BindableService server(PortfolioService service) {
    return new GrpcPortfolioServer(service);
  }

  /** A portfolio service in another process. */
  public static PortfolioService client(RemoteCalls calls) {
    return new GrpcPortfolioClient(calls);
  }

  @Override
  public void close() {
    database.close();
  }
}
