package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.exchange;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import dev.arduinotrader.portfolio.model.Policies;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way of calling the portfolio must do alike. */
abstract class PortfolioContract {
  static final Instant DECISION = Instant.parse("2023-05-26T22:00:00Z");
  static final MovedClock CLOCK = new MovedClock(DECISION);
  static final CallContext NOW = Contexts.at(DECISION);

  private Path directory;

  final FakeUniverse universe =
      new FakeUniverse()
          .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
          .with(FakeUniverse.stock(BP.value(), "BP.L", "GBX"))
          .quote(APPLE, "175.43", DECISION.minusSeconds(7_200))
          .quote(BP, "483.55", DECISION.minusSeconds(14_400))
          .rate(Currency.EUR, Currency.USD, "1.0751", DECISION.minusSeconds(30_000))
          .rate(Currency.EUR, Currency.GBP, "0.8688", DECISION.minusSeconds(30_000));

  private PortfolioModule module;
  private PortfolioService service;

  /** The way of calling under test. */
  abstract PortfolioService reach(PortfolioService local);

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    module = PortfolioModule.open(directory, universe, CLOCK);
    service = reach(module.local());
    service.createAccount(NOW, opening("open-1", "paper-1", "EUR")).orElseThrow();
  }

  @AfterEach
  void close() {
    module.close();
  }

  /** As after a restart of the process. */
  private void reopen() {
    module.close();
    module = PortfolioModule.open(directory, universe, CLOCK);
    service = reach(module.local());
  }

  private static CreateAccount opening(String command, String account, String currency) {
    return new CreateAccount(
        CommandId.of(command),
        AccountId.of(account),
        Currency.of(currency),
        "paper",
        Environment.PAPER);
  }

  private BookingReceipt book(BrokerMovement... movements) {
    return service.bookExecutions(NOW, new Booking(1, List.of(movements))).orElseThrow();
  }

  private Problem refusal(long epoch, BrokerMovement... movements) {
    return service.bookExecutions(NOW, new Booking(epoch, List.of(movements))).problemOrThrow();
  }

  private static UpdatePolicy update(String command, long version, InvestmentPolicy policy) {
    return new UpdatePolicy(CommandId.of(command), version, policy);
  }

  private static SecurityWish atLeast(Isin isin, double weight) {
    return new SecurityWish(isin, true, true, true, 1.0, weight, null, "");
  }

  private static OpenOrder purchase(String reserved, String currency) {
    return new OpenOrder(
        ClientOrderId.of("order-9"),
        APPLE,
        Side.BUY,
        "BUY 2 AAPL",
        "ACCEPTED",
        Quantity.of(2),
        money(reserved, currency),
        null,
        DECISION.minusSeconds(60));
  }

  @Test
  void opensAnAccountOnce() {
    Account account = service.createAccount(NOW, opening("open-1", "paper-1", "EUR")).orElseThrow();
    assertThat(account)
        .isEqualTo(
            new Account(
                AccountId.of("paper-1"), Currency.EUR, "paper", Environment.PAPER, DECISION));
    assertThat(service.createAccount(NOW, opening("open-2", "paper-1", "EUR")).orElseThrow())
        .isEqualTo(account);
    assertThat(service.createAccount(NOW, opening("open-3", "paper-1", "USD")).problemOrThrow())
        .extracting(Problem::code, Problem::kind)
        .containsExactly("ACCOUNT_EXISTS", FailureKind.ALREADY_EXISTS);
    assertThat(
            service.createAccount(NOW, opening("open-1", "paper-1", "USD")).problemOrThrow().code())
        .isEqualTo("COMMAND_REUSED");
    service.createAccount(NOW, opening("open-4", "other", "CHF")).orElseThrow();
    assertThat(service.listAccounts(Contexts.shared(DECISION)).orElseThrow().accounts())
        .extracting(each -> each.accountId().value())
        .containsExactly("other", "paper-1");
  }

  @Test
  void refusesAnAccountThatIsNone() {
    CreateAccount bad =
        new CreateAccount(
            CommandId.of("c"), AccountId.SHARED, Currency.EUR, "Paper!", Environment.PAPER);
    assertThat(service.createAccount(NOW, bad).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly("accountId", "broker");
  }

  @Test
  void everyCallNeedsAnAccountThatExists() {
    CallContext none = Contexts.shared(DECISION);
    CallContext unknown = NOW.withAccount(AccountId.of("nobody"));
    assertThat(service.getPositions(none).problemOrThrow().code())
        .isEqualTo(CommonReason.ACCOUNT_MISSING.name());
    assertThat(service.getPositions(unknown).problemOrThrow().code()).isEqualTo("ACCOUNT_UNKNOWN");
    assertThat(service.bookExecutions(unknown, new Booking(1, List.of())).problemOrThrow().kind())
        .isEqualTo(FailureKind.NOT_FOUND);
    assertThat(service.getPolicy(unknown).problemOrThrow().code()).isEqualTo("ACCOUNT_UNKNOWN");
  }

  @Test
  void aNewAccountHasNothing() {
    assertThat(service.getPositions(NOW).orElseThrow().positions()).isEmpty();
    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances()).isEmpty();
    Summary summary = service.getSummary(NOW, OpenExposure.NONE).orElseThrow();
    assertThat(summary.total()).isEqualTo(money("0", "EUR"));
    assertThat(summary.deposited()).isEqualTo(money("0", "EUR"));
    assertThat(service.getPosition(NOW, APPLE).problemOrThrow().code())
        .isEqualTo("POSITION_UNKNOWN");
    assertThat(service.verifyBooks(NOW).orElseThrow().balanced()).isTrue();
  }

  @Test
  void booksATradingDayToTheCent() {
    BookingReceipt receipt =
        book(
            deposit(1, "30000", "EUR"),
            exchange(2, money("2000", "EUR"), money("2148.20", "USD"), money("2.00", "EUR")),
            buy(3, APPLE, "10", "172.99", "USD", "5.46"),
            exchange(4, money("250", "EUR"), money("216.70", "GBP"), money("2.00", "EUR")),
            buy(5, BP, "37", "483.55", "GBX", "2.36"));
    assertThat(receipt.bookedSequence()).isEqualTo(5);

    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::settled)
        .containsExactly(money("27746.00", "EUR"), money("35.43", "GBP"), money("412.84", "USD"));
    Position british = service.getPosition(NOW, BP).orElseThrow();
    assertThat(british.cost()).isEqualTo(money("181.27", "GBP"));
    assertThat(british.value()).isEqualTo(money("178.91", "GBP"));
    assertThat(british.valueInBase()).isEqualTo(money("205.93", "EUR"));
    assertThat(british.symbol()).isEqualTo("BP.L");
    assertThat(british.firstBoughtAt()).isEqualTo(MovementsOf.at(5));

    Summary summary = service.getSummary(NOW, OpenExposure.NONE).orElseThrow();
    // 27,746.00 + 35.43 / 0.8688 + 412.84 / 1.0751 + 205.93 + 1,754.30 / 1.0751
    assertThat(summary.cash()).isEqualTo(money("28170.78", "EUR"));
    assertThat(summary.holdings()).isEqualTo(money("1837.69", "EUR"));
    assertThat(summary.total()).isEqualTo(money("30008.47", "EUR"));
    assertThat(summary.deposited()).isEqualTo(money("30000", "EUR"));
    assertThat(summary.unknown()).isEmpty();

    BooksVerification verification = service.verifyBooks(NOW).orElseThrow();
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.transactions()).isEqualTo(5);
  }

  @Test
  void theLedgerBalancesInEveryCurrencyAndComesInPages() {
    book(
        deposit(1, "30000", "EUR"),
        exchange(2, money("2000", "EUR"), money("2148.20", "USD"), money("2.00", "EUR")),
        buy(3, APPLE, "10", "172.99", "USD", "5.46"),
        sell(4, APPLE, "4", "180", "USD", "3.00"));
    LedgerPage all = service.listLedger(NOW, new LedgerQuery(0, 1_000)).orElseThrow();
    assertThat(all.transactions())
        .extracting(LedgerTransaction::kind)
        .containsExactly("DEPOSIT", "EXCHANGE", "EXECUTION", "EXECUTION");
    for (LedgerTransaction transaction : all.transactions()) {
      for (LedgerTransaction.Posting posting : transaction.postings()) {
        Money sum = Money.zero(posting.amount().currency());
        for (LedgerTransaction.Posting other : transaction.postings()) {
          if (other.amount().currency().equals(sum.currency())) {
            sum = sum.plus(other.amount());
          }
        }
        assertThat(sum.isZero()).isTrue();
      }
    }
    assertThat(service.listLedger(NOW, new LedgerQuery(1, 2)).orElseThrow().transactions())
        .isEqualTo(all.transactions().subList(1, 3));
    assertThat(service.listLedger(NOW, new LedgerQuery(4, 2)).orElseThrow().transactions())
        .isEmpty();
    assertThat(service.listLedger(NOW, new LedgerQuery(0, 1_001)).problemOrThrow().kind())
        .isEqualTo(FailureKind.INVALID_ARGUMENT);
  }

  @Test
  void aRepeatedDeliveryIsBookedOnce() {
    BrokerMovement first = deposit(1, "30000", "EUR");
    BrokerMovement second = buy(2, APPLE, "10", "172.99", "USD", "5.46");
    BrokerMovement third = sell(3, APPLE, "1", "172.99", "USD", "0");
    assertThat(book(first, second).bookedSequence()).isEqualTo(2);
    assertThat(book(first, second).bookedSequence()).isEqualTo(2);
    assertThat(book(second, third).bookedSequence()).isEqualTo(3);
    assertThat(book().bookedSequence()).isEqualTo(3);
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isEqualTo(3);
    assertThat(service.getPosition(NOW, APPLE).orElseThrow().quantity()).isEqualTo(Quantity.of(9));
  }

  @Test
  void theSameDeliveryFiftyTimesAtOnceIsBookedOnce() throws InterruptedException {
    Booking booking =
        new Booking(
            1, List.of(deposit(1, "30000", "EUR"), buy(2, APPLE, "10", "172.99", "USD", "5.46")));
    List<Result<BookingReceipt>> receipts = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      threads.add(
          Thread.ofVirtual().start(() -> receipts.add(service.bookExecutions(NOW, booking))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(receipts).hasSize(50).containsOnly(Result.success(new BookingReceipt(2)));
    assertThat(service.verifyBooks(NOW).orElseThrow())
        .isEqualTo(new BooksVerification(2, 5, List.of()));
  }

  @Test
  void aGapIsRefusedAndNothingOfTheDeliveryIsBooked() {
    book(deposit(1, "30000", "EUR"));
    Problem gap =
        refusal(1, buy(2, APPLE, "1", "170", "USD", "0"), buy(4, APPLE, "1", "170", "USD", "0"));
    assertThat(gap.code()).isEqualTo("SEQUENCE_GAP");
    assertThat(gap.message()).contains("expected outbox number 3");
    assertThat(service.getPositions(NOW).orElseThrow().positions()).isEmpty();
    assertThat(service.verifyBooks(NOW).orElseThrow().balanced()).isTrue();
  }

  @Test
  void anOlderEpochMayNotBook() {
    service.bookExecutions(NOW, new Booking(7, List.of(deposit(1, "10", "EUR")))).orElseThrow();
    assertThat(refusal(6, deposit(2, "10", "EUR")).code()).isEqualTo("EPOCH_OUTDATED");
    service.bookExecutions(NOW, new Booking(9, List.of())).orElseThrow();
    assertThat(refusal(8, deposit(2, "10", "EUR")).code()).isEqualTo("EPOCH_OUTDATED");
  }

  @Test
  void theSameIdWithAnotherContentIsRefused() {
    book(deposit(1, "10", "EUR"));
    assertThat(refusal(1, deposit(1, "11", "EUR")).code()).isEqualTo("SOURCE_CONFLICT");
    BrokerMovement otherNumber =
        new BrokerMovement.CashFlow(
            2, "m-1", MovementsOf.at(1), CashFlowKind.DEPOSIT, money("11", "EUR"), "");
    assertThat(refusal(1, otherNumber).code()).isEqualTo("SOURCE_CONFLICT");
    BrokerMovement sameFact =
        new BrokerMovement.CashFlow(
            2, "m-1", MovementsOf.at(1), CashFlowKind.DEPOSIT, money("10", "EUR"), "");
    assertThat(book(sameFact).bookedSequence()).isEqualTo(2);
    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::total)
        .containsExactly(money("10", "EUR"));
    assertThat(service.verifyBooks(NOW).orElseThrow().balanced()).isTrue();
  }

  @Test
  void aNegativeDepositIsRefusedNamingThePlace() {
    Problem problem = refusal(1, deposit(1, "-5", "EUR"));
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults())
        .containsExactly(
            new Fault("movements[0].amount", "expected a deposit above zero, found -5.00 EUR"));
    assertThat(service.listLedger(NOW, new LedgerQuery(0, 10)).orElseThrow().transactions())
        .isEmpty();
  }

  @Test
  void aLateFactHealsWhatLookedOversold() {
    book(deposit(1, "1000", "USD"), soldAt(2, 30));
    Position below = service.getPosition(NOW, APPLE).orElseThrow();
    assertThat(below.quantity()).isEqualTo(Quantity.of(-2));
    assertThat(below.cost()).isNull();
    assertThat(below.note()).contains("blocked until the entry arrives");
    book(buy(3, APPLE, "5", "100", "USD", "1.00"));
    Position healed = service.getPosition(NOW, APPLE).orElseThrow();
    assertThat(healed.quantity()).isEqualTo(Quantity.of(3));
    assertThat(healed.cost()).isEqualTo(money("300.60", "USD"));
    assertThat(healed.note()).isEmpty();
    assertThat(service.verifyBooks(NOW).orElseThrow().faults()).isEmpty();
  }

  private static BrokerMovement soldAt(long number, long hour) {
    BrokerMovement.Execution sale =
        MovementsOf.execution(number, Side.SELL, APPLE, "2", "110", "USD", "0");
    return new BrokerMovement.Execution(
        number,
        sale.sourceId(),
        MovementsOf.at(hour),
        sale.clientOrderId(),
        sale.isin(),
        sale.side(),
        sale.quantity(),
        sale.price(),
        sale.gross(),
        sale.commission());
  }

  @Test
  void reservationsReduceWhatIsAvailable() {
    book(deposit(1, "1000", "EUR"));
    OpenExposure exposure = new OpenExposure(1, List.of(purchase("350.90", "USD")));
    assertThat(service.getCashBalance(NOW, exposure).orElseThrow().balances())
        .extracting(CashBalance::available)
        .containsExactly(money("1000", "EUR"), money("-350.90", "USD"));
    assertThat(service.getSummary(NOW, exposure).orElseThrow().openOrders())
        .isEqualTo(exposure.orders());
  }

  @Test
  void aSnapshotIsCompleteAndCanBeFoundAgain() {
    book(deposit(1, "30000", "EUR"), buy(2, BP, "37", "483.55", "GBX", "2.36"));
    OpenExposure exposure = new OpenExposure(2, List.of(purchase("350.90", "USD")));
    Snapshot snapshot = service.getSnapshot(NOW, exposure).orElseThrow();
    assertThat(snapshot.securities()).extracting(SnapshotSecurity::isin).containsExactly(BP, APPLE);
    assertThat(snapshot.rates())
        .extracting(rate -> rate.quote().code())
        .containsExactly("GBP", "USD");
    assertThat(snapshot.positions()).hasSize(1);
    assertThat(snapshot.total()).isEqualTo(service.getSummary(NOW, exposure).orElseThrow().total());
    assertThat(snapshot.policy().version()).isEqualTo(1);
    assertThat(snapshot.incomplete()).isEmpty();
    assertThat(snapshot.exposure()).isEqualTo(exposure);
    assertThat(service.getSnapshot(NOW, exposure).orElseThrow()).isEqualTo(snapshot);
    assertThat(service.findSnapshot(NOW, snapshot.snapshotId()).orElseThrow()).isEqualTo(snapshot);
    assertThat(service.findSnapshot(NOW, "no-such").problemOrThrow().code())
        .isEqualTo("SNAPSHOT_UNKNOWN");
  }

  @Test
  void noSnapshotWhileTheBooksAreBehind() {
    book(deposit(1, "30000", "EUR"));
    Problem problem = service.getSnapshot(NOW, new OpenExposure(3, List.of())).problemOrThrow();
    assertThat(problem.code()).isEqualTo("BOOKS_BEHIND");
    assertThat(problem.kind()).isEqualTo(FailureKind.FAILED_PRECONDITION);
    assertThat(problem.message()).contains("number 3", "found 1");
  }

  @Test
  void whatIsNotKnownIsSaidAndNotZero() {
    Isin unpriced = Isin.privateCode("XNAS", "NEW");
    universe.with(FakeUniverse.stock(unpriced.value(), "NEW", "USD"));
    book(
        deposit(1, "100", "EUR"),
        deposit(2, "5000", "CHF"),
        buy(3, unpriced, "5", "10", "USD", "0"));
    Summary summary = service.getSummary(NOW, OpenExposure.NONE).orElseThrow();
    assertThat(summary.total()).isNull();
    assertThat(summary.deposited()).isNull();
    assertThat(summary.unknown())
        .containsExactly(
            "5000.00 CHF: no rate of EUR/CHF, no rate known",
            "5 of NEW: no price, no quote known",
            "what was paid in: a rate of one of those days is missing");
    assertThat(service.getSnapshot(NOW, OpenExposure.NONE).orElseThrow().incomplete()).hasSize(2);
  }

  @Test
  void aUniverseThatIsDownIsAFailureAndNotAnEmptyAnswer() {
    book(deposit(1, "30000", "EUR"));
    universe.unreachable();
    assertThat(service.getSummary(NOW, OpenExposure.NONE).problemOrThrow().kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(service.getSnapshot(NOW, OpenExposure.NONE).problemOrThrow().kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(service.getPositions(NOW).problemOrThrow().kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(service.healthCheck(NOW).orElseThrow().healthy()).isTrue();
  }

  @Test
  void comparesWithTheBrokerOverBothSides() {
    book(
        deposit(1, "30000", "EUR"),
        exchange(2, money("2000", "EUR"), money("2148.20", "USD"), money("2.00", "EUR")),
        buy(3, APPLE, "10", "172.99", "USD", "5.46"));
    List<Money> cash = List.of(money("27998", "EUR"), money("412.84", "USD"));
    List<BrokerStatement.Holding> holdings =
        List.of(new BrokerStatement.Holding(APPLE, Quantity.of(10)));
    assertThat(compare(3, cash, holdings)).isEqualTo(new StatementComparison(true, List.of()));
    StatementComparison other =
        compare(
            3,
            List.of(money("27998", "EUR")),
            List.of(new BrokerStatement.Holding(BP, Quantity.of(1))));
    assertThat(other.equal()).isFalse();
    assertThat(other.differences())
        .containsExactly(
            "cash: the books have 412.84 USD, the broker has 0.00 USD",
            "GB0007980591: the books have 0, the broker has 1",
            "US0378331005: the books have 10, the broker has 0");
    assertThat(
            service
                .reconcileStatement(NOW, new BrokerStatement(DECISION, 4, cash, holdings))
                .problemOrThrow()
                .code())
        .isEqualTo("BOOKS_BEHIND");
    assertThat(
            service
                .reconcileStatement(NOW, new BrokerStatement(DECISION, 2, cash, holdings))
                .problemOrThrow()
                .code())
        .isEqualTo("STATEMENT_OUTDATED");
  }

  private StatementComparison compare(
      long sequence, List<Money> cash, List<BrokerStatement.Holding> holdings) {
    return service
        .reconcileStatement(NOW, new BrokerStatement(DECISION, sequence, cash, holdings))
        .orElseThrow();
  }

  @Test
  void everyChangeOfThePolicyIsANewVersion() {
    assertThat(service.getPolicy(NOW).orElseThrow())
        .isEqualTo(
            new PolicyVersion(
                1, "test", DECISION, DefaultPolicy.of(Currency.EUR, Environment.PAPER)));
    InvestmentPolicy wanted = Policies.withWishes(atLeast(BP, 0.1), atLeast(APPLE, 0.1));
    PolicyVersion second = service.updatePolicy(NOW, update("p-1", 1, wanted)).orElseThrow();
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.policy()).isEqualTo(wanted);
    assertThat(service.getPolicy(NOW).orElseThrow()).isEqualTo(second);
    assertThat(service.updatePolicy(NOW, update("p-1", 1, wanted)).orElseThrow()).isEqualTo(second);
    assertThat(service.updatePolicy(NOW, update("p-1", 2, wanted)).problemOrThrow().code())
        .isEqualTo("COMMAND_REUSED");
  }

  @Test
  void aChangeBasedOnAnOlderVersionLosesTheRace() {
    service
        .updatePolicy(NOW, update("p-1", 1, Policies.withWishes(atLeast(BP, 0.1))))
        .orElseThrow();
    Problem lost =
        service
            .updatePolicy(NOW, update("p-2", 1, Policies.withWishes(atLeast(APPLE, 0.1))))
            .problemOrThrow();
    assertThat(lost.code()).isEqualTo("POLICY_CHANGED");
    assertThat(lost.message()).contains("version 2");
    assertThat(service.getPolicy(NOW).orElseThrow().policy().wishes())
        .containsExactly(atLeast(BP, 0.1));
  }

  @Test
  void aPolicyWithFaultsIsRefusedWhole() {
    Isin unknown = Isin.privateCode("XNAS", "GONE");
    InvestmentPolicy bad = Policies.withWishes(atLeast(BP, 1.5), atLeast(unknown, 0.1));
    Problem problem = service.updatePolicy(NOW, update("p-1", 1, bad)).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults())
        .extracting(Fault::place)
        .containsExactly("wishes[" + BP + "].minimumWeight", "wishes", "wishes[" + unknown + "]");
    assertThat(service.getPolicy(NOW).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void everythingSurvivesARestart() {
    book(
        deposit(1, "30000", "EUR"),
        exchange(2, money("2000", "EUR"), money("2148.20", "USD"), money("2.00", "EUR")),
        buy(3, APPLE, "10", "172.99", "USD", "5.46"));
    service
        .updatePolicy(NOW, update("p-1", 1, Policies.withWishes(atLeast(BP, 0.1))))
        .orElseThrow();
    OpenExposure exposure = new OpenExposure(3, List.of());
    Snapshot before = service.getSnapshot(NOW, exposure).orElseThrow();
    LedgerPage ledger = service.listLedger(NOW, new LedgerQuery(0, 100)).orElseThrow();
    reopen();
    assertThat(service.findSnapshot(NOW, before.snapshotId()).orElseThrow()).isEqualTo(before);
    assertThat(service.getSnapshot(NOW, exposure).orElseThrow()).isEqualTo(before);
    assertThat(service.listLedger(NOW, new LedgerQuery(0, 100)).orElseThrow()).isEqualTo(ledger);
    assertThat(book(buy(3, APPLE, "10", "172.99", "USD", "5.46")).bookedSequence()).isEqualTo(3);
    assertThat(service.verifyBooks(NOW).orElseThrow().faults()).isEmpty();
  }

  @Test
  void tellsWhatHappenedInTheOrderInWhichItDid() {
    book(deposit(1, "30000", "EUR"), buy(2, BP, "37", "483.55", "GBX", "2.36"));
    service
        .updatePolicy(NOW, update("p-1", 1, Policies.withWishes(atLeast(BP, 0.1))))
        .orElseThrow();
    Collected<ServiceEvent> events = new Collected<>(4);
    var unused = service.watchEvents(NOW, 0, events);
    assertThat(events.parts())
        .extracting(ServiceEvent::kind)
        .containsExactly("ACCOUNT_OPENED", "CASH_BOOKED", "EXECUTION_BOOKED", "POLICY_CHANGED");
    assertThat(events.parts()).extracting(ServiceEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
    assertThat(events.parts().get(2).summary()).startsWith("Bought 37 GB0007980591");
  }

  @Test
  void saysHowItIs() {
    ServiceHealth health = service.healthCheck(NOW).orElseThrow();
    assertThat(health.healthy()).isTrue();
    assertThat(health.clockBase()).isEqualTo("test");
    assertThat(health.checks())
        .extracting(ServiceHealth.Check::name)
        .containsExactly("database", "books");
  }
}
