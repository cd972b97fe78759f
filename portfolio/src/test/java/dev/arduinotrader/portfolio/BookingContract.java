package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.exchange;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of booking must do alike. */
abstract class BookingContract extends PortfolioFixture {
  private Problem refusal(long epoch, BrokerMovement... movements) {
    return service.bookExecutions(NOW, new Booking(epoch, List.of(movements))).problemOrThrow();
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
  void nothingIsTypedOrImportedBesideTheFactsOfABroker() {
    BrokerMovement typed =
        new LedgerEntry.CashAdjustment(0, "cash", at(1), money("100", "EUR"), "a letter");
    for (boolean dryRun : List.of(true, false)) {
      RecordMovements command =
          new RecordMovements(CommandId.of("typed-" + dryRun), List.of(typed), dryRun);
      assertThat(service.recordMovements(NOW, command).problemOrThrow().code())
          .isEqualTo("BROKER_KEEPS_FACTS");
    }
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isZero();
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
        .isEqualTo(new BooksVerification(2, 4, List.of()));
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
}
