package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.portfolio.FakePortfolio;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.paper.PaperBroker;
import dev.arduinotrader.trading.desk.DeskTools;
import dev.arduinotrader.trading.desk.FaultPoints;
import dev.arduinotrader.trading.store.SqlTradingStore;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A small world for trading's tests: an American, a British and a German share, rates, books, and
 * the service on real files.
 *
 * <p>It is Wednesday 2026-03-04, 15:00 UTC. 1 EUR is 1.25 USD and 0.80 GBP.
 */
final class World implements AutoCloseable {
  static final Isin APPLE = Isin.of("US0378331005");
  static final Isin BARCLAYS = Isin.of("GB0031348658");
  static final Isin SIEMENS = Isin.of("DE0007236101");
  static final Instant START = Instant.parse("2026-03-04T15:00:00Z");

  final Path directory;
  final FakeUniverse universe = new FakeUniverse();
  final FakePortfolio portfolio = new FakePortfolio();
  final MovedClock clock = new MovedClock(START);
  final Ids ids = new CountedIds();
  final FaultyBroker broker = new FaultyBroker();
  private final Databases databases;
  private TradingStore store;
  private PaperBroker paperBroker;
  private TradingService trading;
  private int commands;
  boolean outdated;

  /** What lies between the paper broker and the line to it, and between the line and the desk. */
  UnaryOperator<Broker> beyondLine = UnaryOperator.identity();

  UnaryOperator<Broker> beforeLine = UnaryOperator.identity();

  /** What lies between the desk and its store. */
  UnaryOperator<TradingStore> aroundStore = UnaryOperator.identity();

  /** Whether the desk hears that a newer epoch runs. */
  boolean fenced = true;

  World(Path directory) {
    this(directory, Databases.in(directory));
  }

  World(Path directory, Databases databases) {
    this.directory = directory;
    this.databases = databases;
    universe
        .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
        .with(FakeUniverse.stock(BARCLAYS.value(), "BARC.L", "GBX"))
        .with(FakeUniverse.stock(SIEMENS.value(), "SIE", "EUR"));
    LocalDate yesterday = LocalDate.of(2026, 3, 3);
    universe
        .closesUntil(APPLE, yesterday, 99, 100, 101)
        .closesUntil(BARCLAYS, yesterday, 194, 195, 196)
        .closesUntil(SIEMENS, yesterday, 49, 50, 51);
    quotes(START.minusSeconds(60), "100", "195.34", "50");
    rates(START.minusSeconds(60), "1.25", "0.80");
    portfolio.policy(Unguarded.policy());
    portfolio.rate(Currency.USD, "1.25").rate(Currency.GBP, "0.80");
    store = SqlTradingStore.open(databases);
    paperBroker = PaperBroker.open(databases, universe, clock, ids);
    trading = service(FaultPoints.none());
  }

  private TradingService service(FaultPoints faults) {
    broker.wrap(beyondLine.apply(paperBroker));
    TradingStore deskStore = aroundStore.apply(store);
    DeskTools tools =
        new DeskTools(
            deskStore,
            new BoundBroker(beforeLine.apply(broker), deskStore),
            portfolio,
            universe,
            clock,
            ids,
            directory.resolve(TradingModule.HALT_FILE),
            faults,
            () -> fenced && outdated);
    return new LocalTradingService(
        tools,
        paperBroker,
        () -> new ServiceHealth(true, "test", "healthy", "test", List.of()),
        () -> {});
  }

  /** As after a crash: what was not committed is gone, and another process opens the files. */
  World restart(FaultPoints faults) {
    close();
    store = SqlTradingStore.open(databases);
    paperBroker = PaperBroker.open(databases, universe, clock, ids);
    trading = service(faults);
    return this;
  }

  /**
   * As {@link #restart}, without opening the files anew: all that the service remembers is gone.
   */
  World forget(FaultPoints faults) {
    trading = service(faults);
    return this;
  }

  TradingService trading() {
    return trading;
  }

  TradingStore store() {
    return store;
  }

  PaperBroker paperBroker() {
    return paperBroker;
  }

  CallContext now() {
    return Contexts.at(clock.now());
  }

  World quotes(Instant at, String apple, String barclays, String siemens) {
    universe.quote(APPLE, apple, at).quote(BARCLAYS, barclays, at).quote(SIEMENS, siemens, at);
    return this;
  }

  World rates(Instant at, String dollars, String pounds) {
    universe
        .rate(Currency.EUR, Currency.USD, dollars, at)
        .rate(Currency.EUR, Currency.GBP, pounds, at);
    return this;
  }

  /** A minute goes by, after which everything is quoted as before. */
  World aMinute() {
    clock.advance(Duration.ofMinutes(1));
    return quotes(clock.now(), "100", "195.34", "50").rates(clock.now(), "1.25", "0.80");
  }

  World deposit(String amount) {
    trading
        .paperCashFlow(now(), new PaperCashFlow(nextCommand(), Money.of(amount, Currency.EUR)))
        .orElseThrow();
    return this;
  }

  CommandId nextCommand() {
    return CommandId.of("cmd-" + ++commands);
  }

  TradeCommand buy(Isin isin, long quantity) {
    return wish(Side.BUY, isin, quantity);
  }

  TradeCommand sell(Isin isin, long quantity) {
    return wish(Side.SELL, isin, quantity);
  }

  private TradeCommand wish(Side side, Isin isin, long quantity) {
    return new TradeCommand(
        nextCommand(), isin, side, Quantity.of(quantity), null, estimate(isin), "a test", "", 0);
  }

  private static Price estimate(Isin isin) {
    if (isin.equals(APPLE)) {
      return Price.of("100", QuoteUnit.of("USD"));
    }
    return isin.equals(BARCLAYS)
        ? Price.of("195.34", QuoteUnit.of("GBX"))
        : Price.of("50", QuoteUnit.of("EUR"));
  }

  Trade execute(TradeCommand command) {
    return trading.executeTrade(now(), command).orElseThrow();
  }

  ReconcileReport reconcile() {
    return trading.reconcile(now()).orElseThrow();
  }

  Trade trade(String tradeId) {
    return trading.getTradeStatus(now(), tradeId).orElseThrow();
  }

  List<Trade> trades() {
    return trading.getTradeHistory(now(), new TradeQuery(1_000)).orElseThrow().trades();
  }

  OpenExposure exposure() {
    Result<OpenExposure> exposure = trading.getOpenExposure(now());
    return exposure.orElseThrow();
  }

  /** Settled cash in the books. */
  Money cash(Currency currency) {
    return portfolio.getCashBalance(now(), OpenExposure.NONE).orElseThrow().balances().stream()
        .filter(balance -> balance.currency().equals(currency))
        .map(balance -> balance.settled())
        .findFirst()
        .orElse(Money.zero(currency));
  }

  Quantity held(Isin isin) {
    return portfolio.getPositions(now()).orElseThrow().positions().stream()
        .filter(position -> position.isin().equals(isin))
        .map(position -> position.quantity())
        .findFirst()
        .orElse(Quantity.ZERO);
  }

  @Override
  public void close() {
    paperBroker.close();
    store.close();
  }
}
