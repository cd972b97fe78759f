package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.health.HealthReporter;
import dev.arduinotrader.platform.health.SelfCheck;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.broker.paper.PaperBroker;
import dev.arduinotrader.trading.desk.DeskTools;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.desk.Progressed;
import dev.arduinotrader.trading.grpc.GrpcTradingClient;
import dev.arduinotrader.trading.grpc.GrpcTradingServer;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.SqlTradingStore;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.UniverseService;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Builds the trading service, its server and its client; all that a composition root needs. */
public final class TradingModule implements AutoCloseable {
  /** No order leaves while a file of this name lies in the data directory. */
  public static final String HALT_FILE = "HALT";

  /**
   * How the reason of a halt begins that is only taken back when account and broker agree and no
   * order's fate is unknown: of a restore, and of a move of state.
   */
  public static final String HALTED_UNTIL_COMPARED = RestoredOrders.MARK;

  private static final Duration POLL_PAUSE_MIN = Duration.ofSeconds(1);
  private static final Duration POLL_PAUSE_MAX = Duration.ofSeconds(30);
  private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(30);

  private final DeskTools tools;
  private final PaperBroker paperBroker;
  private final ConfiguredBrokers brokers;
  private final LocalTradingService local;
  private final Poller poller;

  private TradingModule(DeskTools tools, PaperBroker paperBroker, ConfiguredBrokers brokers) {
    this.tools = tools;
    this.paperBroker = paperBroker;
    this.brokers = brokers;
    this.poller = new Poller(this::lookAfterOpenOrders, POLL_PAUSE_MIN, POLL_PAUSE_MAX);
    this.local =
        new LocalTradingService(tools, brokers.till(), health(tools, paperBroker), poller::wake);
  }

  /**
   * Opens {@code trading.db} and {@code paper_broker.db} in the data directory and builds the
   * service on them. Nothing moves by itself before {@link #start}.
   *
   * @param dataDirectory exists; its trading file's lock is held by the caller
   * @param portfolio where the books are
   * @param universe where securities, prices and rates come from
   */
  public static TradingModule open(
      Path dataDirectory,
      PortfolioService portfolio,
      UniverseService universe,
      TraderClock clock,
      Ids ids) {
    Databases files = Databases.in(dataDirectory);
    return open(dataDirectory, files, portfolio, universe, clock, ids, () -> false);
  }

  /**
   * The same in a fleet whose state may move, on databases of any kind.
   *
   * @param databases where both stores are kept; only HALT is in the directory
   * @param outdated whether another process runs by a newer deployment epoch: no order leaves then
   */
  public static TradingModule open(
      Path dataDirectory,
      Databases databases,
      PortfolioService portfolio,
      UniverseService universe,
      TraderClock clock,
      Ids ids,
      BooleanSupplier outdated) {
    FaultPoints faults = FaultPoints.from(System.getenv());
    return open(dataDirectory, databases, portfolio, universe, clock, ids, faults, outdated);
  }

  static TradingModule open(
      Path dataDirectory,
      Databases databases,
      PortfolioService portfolio,
      UniverseService universe,
      TraderClock clock,
      Ids ids,
      FaultPoints faults,
      BooleanSupplier outdated) {
    TradingStore store = SqlTradingStore.open(databases);
    try {
      PaperBroker paperBroker = PaperBroker.open(databases, universe, clock, ids);
      ConfiguredBrokers brokers =
          ConfiguredBrokers.from(System.getenv(), paperBroker, store, universe, clock);
      DeskTools tools =
          new DeskTools(
              store,
              new BoundBroker(brokers.broker(), store),
              portfolio,
              universe,
              clock,
              ids,
              dataDirectory.resolve(HALT_FILE),
              faults,
              outdated);
      return new TradingModule(tools, paperBroker, brokers);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Reads both files. A halt is no illness. */
  private static Supplier<ServiceHealth> health(DeskTools tools, PaperBroker paperBroker) {
    HealthReporter reporter =
        new HealthReporter(
            tools.clock(),
            List.of(
                file("database", tools.store()::check), file("paper-broker", paperBroker::check)));
    return reporter::report;
  }

  private static SelfCheck file(String name, Supplier<String> check) {
    return new SelfCheck(
        name,
        () -> {
          String seen = check.get();
          return new ServiceHealth.Check(name, seen.equals("ok"), seen);
        });
  }

  /**
   * To be called once on a store that was put back to an earlier instant, before any service opens
   * it: halts every account until it is reconciled, raises its epoch and leaves out the broker
   * references that may have been used since.
   *
   * @return the accounts
   */
  public static List<AccountId> latchRestored(Databases databases, String reason, Instant now) {
    return RestoredOrders.latch(databases, reason, now);
  }

  /** The service itself, to be wrapped by the platform's guard. */
  public TradingService local() {
    return local;
  }

  /**
   * Starts looking after open orders in the background, first of all those that a crash left
   * behind. Portfolio and universe must answer by now.
   */
  public void start() {
    poller.start();
    poller.wake();
  }

  private boolean lookAfterOpenOrders() {
    List<AccountState> accounts =
        tools.store().read(book -> book.accounts().stream().filter(a -> isOpen(book, a)).toList());
    boolean happened = false;
    for (AccountState account : accounts) {
      CallContext context =
          new CallContext(
              account.accountId(),
              "trading-poller",
              tools.ids().nextRequestId(),
              Deadline.after(LOOK_TIMEOUT),
              tools.clock().now());
      if (local.carryOn(context, false) instanceof Result.Success<Progressed>(Progressed done)) {
        happened |= done.executionsAdded() > 0;
      }
    }
    return happened;
  }

  private static boolean isOpen(TradingBook book, AccountState account) {
    return account.outboxBooked() < account.outboxLast()
        || !book.active(account.accountId()).isEmpty();
  }

  /** Serves a trading service over gRPC. */
  public static BindableService server(TradingService service) {
    return new GrpcTradingServer(service);
  }

  /** A trading service in another process. */
  public static TradingService client(RemoteCalls calls) {
    return new GrpcTradingClient(calls);
  }

  @Override
  public void close() {
    poller.close();
    brokers.connection().run();
    paperBroker.close();
    tools.store().close();
  }
}
