package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
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
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.LotQuery;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ledger entries posted and read, and snapshots, on SQLite that waits for the disk. */
public final class BooksBenchmark {
  private static final int ENTRIES = 100_000;
  private static final int BATCH = 1_000;
  private static final int SECURITIES = 100;
  private static final int SNAPSHOTS = 50;
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final CallContext CONTEXT =
      new CallContext(
          AccountId.of("bench-1"),
          "bench",
          RequestId.of("req-bench"),
          Deadline.after(Duration.ofHours(1)),
          NOW);

  private BooksBenchmark() {}

  /**
   * Runs all measurements and prints them.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws Exception {
    Machine.describe();
    FakeUniverse universe = new FakeUniverse();
    List<Isin> isins = new ArrayList<>();
    for (int i = 0; i < SECURITIES; i++) {
      Isin isin = Isin.privateCode("XNAS", "S" + i);
      isins.add(isin);
      universe.with(FakeUniverse.stock(isin.value(), "S" + i, "EUR"));
      universe.quote(isin, "100", NOW.minusSeconds(60));
    }
    Path folder = Files.createTempDirectory("trader-bench-books");
    try (PortfolioModule module = PortfolioModule.open(folder, universe, SystemClock.system())) {
      run(module.local(), isins);
    }
  }

  private static void run(PortfolioService service, List<Isin> isins) {
    service
        .createAccount(
            CONTEXT,
            new CreateAccount(
                CommandId.of("open"), CONTEXT.account(), Currency.EUR, "paper", Environment.PAPER))
        .orElseThrow();
    long start = System.nanoTime();
    for (long first = 1; first <= ENTRIES; first += BATCH) {
      List<BrokerMovement> movements = new ArrayList<>();
      for (long number = first; number < first + BATCH; number++) {
        movements.add(movement(number, isins));
      }
      service.bookExecutions(CONTEXT, new Booking(1, movements)).orElseThrow();
    }
    rate("entries posted, 1,000 a transaction", start);
    start = System.nanoTime();
    long read = 0;
    for (long after = 0; after < ENTRIES; after += BATCH) {
      read +=
          service
              .listLedger(CONTEXT, new LedgerQuery(after, BATCH))
              .orElseThrow()
              .transactions()
              .size();
    }
    rate("entries read with their postings (" + read + ")", start);
    start = System.nanoTime();
    BooksVerification verification = service.verifyBooks(CONTEXT).orElseThrow();
    rate("entries verified (" + verification.faults().size() + " faults)", start);
    start = System.nanoTime();
    service.listLots(CONTEXT, LotQuery.all(LotMethod.FIRST_IN_FIRST_OUT)).orElseThrow();
    rate("entries followed into lots", start);
    snapshots(service);
  }

  private static void snapshots(PortfolioService service) {
    double[] millis = new double[SNAPSHOTS];
    for (int i = 0; i < SNAPSHOTS; i++) {
      long start = System.nanoTime();
      Snapshot snapshot =
          service.getSnapshot(CONTEXT, new OpenExposure(ENTRIES, List.of())).orElseThrow();
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (snapshot.positions().size() != SECURITIES) {
        throw new IllegalStateException(
            "expected " + SECURITIES + " positions, found " + snapshot.positions().size());
      }
    }
    System.out.println(
        new Figures("snapshot of 100 positions, built, hashed, stored", "ms", millis));
  }

  private static void rate(String name, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-52s %,9.0f a second  (%.1f s)%n", name, ENTRIES / seconds, seconds);
  }

  /** A deposit, then purchases with a sale after every second one. */
  private static BrokerMovement movement(long number, List<Isin> isins) {
    Instant at = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number * 600);
    if (number == 1) {
      return new BrokerMovement.CashFlow(
          number, "b-1", at, CashFlowKind.DEPOSIT, Money.of("90000000", Currency.EUR), "");
    }
    Price price = Price.of("100." + number % 10, QuoteUnit.of("EUR"));
    Quantity quantity = Quantity.of(number % 3 == 0 ? 3 : 2);
    return new BrokerMovement.Execution(
        number,
        "b-" + number,
        at,
        ClientOrderId.of("o-" + number),
        isins.get((int) (number / 3 % isins.size())),
        number % 3 == 0 ? Side.SELL : Side.BUY,
        quantity,
        price,
        price.times(quantity),
        Money.of("1.00", Currency.EUR));
  }
}
