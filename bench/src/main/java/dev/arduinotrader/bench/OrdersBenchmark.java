package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.portfolio.TradingGuards;
import dev.arduinotrader.portfolio.UpdatePolicy;
import dev.arduinotrader.testkit.PostgresServer;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.PaperCashFlow;
import dev.arduinotrader.trading.ReconcileReport;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One order after the other through gate, intent, broker and acknowledgement with real books, then
 * a reconciliation of all that are open; on SQLite that waits for the disk, and on PostgreSQL.
 */
public final class OrdersBenchmark {
  private static final int ORDERS = 1_000;

  /** An account that trades much: what is open then is read with every order. */
  private static final int WARM_UP = 100;

  private static final int MEASURED = 100;
  private static final int RECONCILIATIONS = 5;
  private static final AccountId ACCOUNT = AccountId.of("bench-1");

  private final TraderClock clock = SystemClock.system();
  private final List<Isin> isins = new ArrayList<>();
  private final FakeUniverse universe = new FakeUniverse();

  private OrdersBenchmark() {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    for (int i = 0; i < ORDERS; i++) {
      Isin isin = Isin.privateCode("XNAS", "S" + i);
      isins.add(isin);
      universe.with(FakeUniverse.stock(isin.value(), "S" + i, "EUR"));
      universe.closesUntil(isin, today.minusDays(1), 99, 100, 101);
      universe.quote(isin, "100", clock.now().minusSeconds(60));
    }
  }

  /**
   * Runs all measurements and prints them.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws Exception {
    Machine.describe();
    Path folder = Files.createTempDirectory("trader-bench-orders");
    new OrdersBenchmark().run("SQLite", folder, Databases.in(folder));
    Path other = Files.createTempDirectory("trader-bench-orders");
    new OrdersBenchmark().run("PostgreSQL", other, PostgresServer.freshDatabase().databases());
    System.exit(0);
  }

  private CallContext now() {
    return new CallContext(
        ACCOUNT,
        "bench",
        RequestId.of("req-bench"),
        Deadline.after(Duration.ofMinutes(10)),
        clock.now());
  }

  private void run(String store, Path folder, Databases databases) {
    try (PortfolioModule books = PortfolioModule.open(databases, universe, clock);
        TradingModule module =
            TradingModule.open(
                folder, databases, books.local(), universe, clock, new RandomIds(), () -> false)) {
      open(books.local());
      TradingService trading = module.local();
      Money deposit = Money.of("9000000.00", Currency.EUR);
      trading.paperCashFlow(now(), new PaperCashFlow(CommandId.of("in"), deposit)).orElseThrow();
      orders(store, trading);
      reconciliations(store, trading);
    }
  }

  private void open(PortfolioService portfolio) {
    portfolio
        .createAccount(
            now(),
            new CreateAccount(
                CommandId.of("open"), ACCOUNT, Currency.EUR, "paper", Environment.PAPER))
        .orElseThrow();
    PolicyVersion version = portfolio.getPolicy(now()).orElseThrow();
    InvestmentPolicy policy = version.policy();
    TradingGuards loose =
        new TradingGuards(ORDERS, ORDERS, ORDERS, 10, 1, 1, Duration.ofDays(7), 1);
    portfolio
        .updatePolicy(
            now(),
            new UpdatePolicy(CommandId.of("policy"), version.version(), guarded(policy, loose)))
        .orElseThrow();
  }

  private static InvestmentPolicy guarded(InvestmentPolicy policy, TradingGuards guards) {
    return new InvestmentPolicy(
        policy.costs(),
        policy.limits(),
        policy.planner(),
        policy.scoring(),
        policy.optimizer(),
        policy.cashReserve(),
        policy.autonomy(),
        policy.wishes(),
        guards);
  }

  private void orders(String store, TradingService trading) {
    double[] millis = new double[MEASURED];
    for (int i = 0; i < ORDERS; i++) {
      long start = System.nanoTime();
      Trade trade = trading.executeTrade(now(), purchase(i)).orElseThrow();
      if (trade.state() != OrderState.ACCEPTED) {
        throw new IllegalStateException("expected an accepted order, found " + trade);
      }
      if (i >= WARM_UP && i < WARM_UP + MEASURED) {
        millis[i - WARM_UP] = (System.nanoTime() - start) / 1e6;
      }
    }
    double rate = 1_000 / Arrays.stream(millis).average().orElseThrow();
    System.out.println(
        new Figures(store + ": gate to acknowledgement, 100 to 200 open", "ms", millis));
    System.out.printf("%-52s %,9.0f a second%n", store + ": orders, one after the other", rate);
  }

  private TradeCommand purchase(int number) {
    return new TradeCommand(
        CommandId.of("buy-" + number),
        isins.get(number),
        Side.BUY,
        Quantity.of(10),
        null,
        Price.of("100", QuoteUnit.of("EUR")),
        "bench",
        "",
        0);
  }

  private void reconciliations(String store, TradingService trading) {
    double[] millis = new double[RECONCILIATIONS];
    for (int i = 0; i < RECONCILIATIONS; i++) {
      long start = System.nanoTime();
      ReconcileReport report = trading.reconcile(now()).orElseThrow();
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (report.ordersChecked() != ORDERS || !report.differences().isEmpty()) {
        throw new IllegalStateException("expected all orders in agreement, found " + report);
      }
    }
    System.out.println(new Figures(store + ": reconciliation of 1,000 open orders", "ms", millis));
  }
}
