package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be: refused whole by command and by file, booked and marked as a broker's fact. */
class BadInputTest extends PortfolioFixture {
  @Override
  String broker() {
    return BooksFile.BROKER;
  }

  private static final String HEADER =
      "date,kind,isin,quantity,price,currency,amount,fee,note,id\n";
  private static final String GOOD = "2023-01-01,DEPOSIT,,,,EUR,1000,,,good\n";
  private static final Instant FUTURE = DECISION.plus(Duration.ofDays(3));

  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }

  private Result<RecordReceipt> record(List<BrokerMovement> movements) {
    return service.recordMovements(NOW, new RecordMovements(CommandId.of("bad"), movements, false));
  }

  /** Beside something good, for nothing of it may be booked. */
  private void assertCommandRefused(BrokerMovement movement, String place) {
    Problem problem =
        record(List.of(unnumbered(deposit(1, "10", "EUR")), movement)).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults()).extracting(Fault::place).containsExactly("movements[1]." + place);
    assertNothingBooked();
  }

  private void assertFileRefused(Path folder, String row, String place) throws IOException {
    Path file = Files.writeString(folder.resolve("tx.csv"), HEADER + GOOD + row + "\n");
    Problem problem = TransactionFile.read(file).then(this::record).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults()).extracting(Fault::place).containsExactly(place);
    assertNothingBooked();
  }

  private void assertNothingBooked() {
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isZero();
  }

  private List<String> marks() {
    BooksVerification verification = service.verifyBooks(NOW).orElseThrow();
    assertThat(verification.faults()).isEmpty();
    return verification.unexplained();
  }

  private static BrokerMovement unnumbered(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.CashFlow f ->
          new BrokerMovement.CashFlow(0, f.sourceId(), f.at(), f.kind(), f.amount(), f.note());
      case BrokerMovement.Execution e ->
          traded(0, e.at(), e.side(), e.quantity(), e.gross().amount().toPlainString());
      case BrokerMovement.Exchange ignored -> throw new IllegalArgumentException("not used");
      case LedgerEntry ignored -> throw new IllegalArgumentException("not used");
    };
  }

  private static BrokerMovement traded(
      long sequence, Instant when, Side side, Quantity quantity, String gross) {
    return new BrokerMovement.Execution(
        sequence,
        "trade",
        when,
        ClientOrderId.of("order"),
        APPLE,
        side,
        quantity,
        Price.of("100", QuoteUnit.of("USD")),
        money(gross, "USD"),
        money("0", "USD"));
  }

  private static BrokerMovement dividend(long sequence, Isin isin) {
    return new LedgerEntry.Dividend(
        sequence, "dividend", at(50), isin, money("4", "USD"), money("0", "USD"), "");
  }

  private static BrokerMovement inTheFuture(long sequence) {
    return new BrokerMovement.CashFlow(
        sequence, "future", FUTURE, CashFlowKind.DEPOSIT, money("5", "EUR"), "");
  }

  @Test
  void anUnbalancedEntryIsRefusedWhole(@TempDir Path folder) throws IOException {
    assertCommandRefused(traded(0, at(2), Side.BUY, Quantity.of(3), "310"), "gross");
    assertFileRefused(
        folder, "2023-01-02,BUY,US0378331005,3,100,USD,310,,,x", "movements[1].gross");
  }

  @Test
  void anUnbalancedEntryOfABrokerIsNotBookedEitherUntilItsNumbersFit() {
    BrokerMovement unbalanced = traded(1, at(2), Side.BUY, Quantity.of(3), "310");
    Problem problem =
        service.bookExecutions(NOW, new Booking(1, List.of(unbalanced))).problemOrThrow();
    assertThat(problem.faults()).extracting(Fault::place).containsExactly("movements[0].gross");
    assertNothingBooked();
    book(traded(1, at(2), Side.BUY, Quantity.of(3), "300"));
    assertThat(marks()).isEmpty();
  }

  @Test
  void anUnknownCurrencyIsRefusedWhole(@TempDir Path folder) throws IOException {
    assertFileRefused(folder, "2023-01-02,DEPOSIT,,,,XYZ,310,,,x", "line 3.currency");
  }

  @Test
  void aDividendOfASecurityNeverHeldIsRefusedWhole(@TempDir Path folder) throws IOException {
    assertCommandRefused(dividend(0, BP), "isin");
    assertFileRefused(folder, "2023-01-02,DIVIDEND,GB0007980591,,,GBP,4,,,x", "movements[1].isin");
  }

  @Test
  void aDividendOfASecurityNeverHeldIsBookedAndMarkedWhenTheBrokerPaysItUntilThePurchaseArrives() {
    book(deposit(1, "1000", "USD"), dividend(2, APPLE));
    assertThat(marks()).hasSize(1).first().asString().contains("US0378331005", "not held before");
    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::total)
        .containsExactly(money("1004", "USD"));
    book(buy(3, APPLE, "1", "100", "USD", "0"));
    assertThat(marks()).isEmpty();
  }

  @Test
  void aSaleBeyondTheHoldingIsRefusedWhole(@TempDir Path folder) throws IOException {
    assertCommandRefused(traded(0, at(2), Side.SELL, Quantity.of(3), "300"), "quantity");
    assertFileRefused(
        folder, "2023-01-02,SELL,US0378331005,3,100,USD,,,,x", "movements[1].quantity");
  }

  @Test
  void aSaleBeyondTheHoldingIsBookedAndMarkedWhenTheBrokerMadeItUntilThePurchaseArrives() {
    book(deposit(1, "1000", "USD"), traded(2, at(60), Side.SELL, Quantity.of(3), "300"));
    assertThat(marks()).hasSize(1).first().asString().contains("only 0 of US0378331005 were held");
    assertThat(service.getPosition(NOW, APPLE).orElseThrow().note())
        .contains("blocked until the entry arrives");
    book(buy(3, APPLE, "5", "100", "USD", "0"));
    assertThat(marks()).isEmpty();
    assertThat(service.getPosition(NOW, APPLE).orElseThrow().quantity()).isEqualTo(Quantity.of(2));
  }

  @Test
  void aFutureDateIsRefusedWhole(@TempDir Path folder) throws IOException {
    assertCommandRefused(inTheFuture(0), "at");
    assertFileRefused(folder, "2023-06-30,DEPOSIT,,,,EUR,310,,,x", "movements[1].at");
  }

  @Test
  void aFutureDateIsBookedAndMarkedWhenTheBrokerSaysSoUntilItHasCome() {
    book(deposit(1, "1000", "EUR"), inTheFuture(2));
    assertThat(marks()).hasSize(1).first().asString().contains("still to come");
    BooksVerification later =
        service.verifyBooks(NOW.withDecisionTime(FUTURE.plusSeconds(1))).orElseThrow();
    assertThat(later.unexplained()).isEmpty();
    assertThat(later.faults()).isEmpty();
  }

  @Test
  void aStatementWithAMissingSectionIsRefusedWhole() {
    book(deposit(1, "2000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    for (String section : List.of("cash", "holdings")) {
      for (int minutes = 0; minutes < 6; minutes += 2) {
        Problem problem =
            service
                .reconcileStatement(
                    NOW,
                    new BrokerStatement(
                        DECISION.plus(Duration.ofMinutes(minutes)),
                        2,
                        List.of(money("1", "USD")),
                        List.of(),
                        List.of(section)))
                .problemOrThrow();
        assertThat(problem.faults()).extracting(Fault::place).containsExactly(section);
      }
    }
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isEqualTo(2);
    assertThat(service.getPosition(NOW, APPLE).orElseThrow().quantity()).isEqualTo(Quantity.of(10));
  }

  @Test
  void marksSurviveTheWire() {
    book(deposit(1, "1000", "USD"), sell(2, APPLE, "2", "110", "USD", "0"));
    try (Ways ways = new Ways()) {
      assertThat(ways.remote(service).verifyBooks(NOW).orElseThrow().unexplained()).hasSize(1);
    }
  }
}
