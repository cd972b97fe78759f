package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static dev.arduinotrader.portfolio.MovementsOf.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.LedgerEntry.ActionKind;
import dev.arduinotrader.portfolio.LedgerEntry.Leg;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded movements, lots and statements; the same however the service is reached. */
abstract class RecordingContract extends PortfolioFixture {
  @Override
  String broker() {
    return BooksFile.BROKER;
  }

  private static final LedgerEntry.OpeningPosition OPENING =
      new LedgerEntry.OpeningPosition(
          0, "open-apple", at(1), APPLE, Quantity.of(4), Currency.USD, null, null, "old broker");

  private static final List<BrokerMovement> ALL_KINDS =
      List.of(
          OPENING,
          new LedgerEntry.Dividend(
              0, "div", at(2), APPLE, money("4", "USD"), money("0.60", "USD"), "first quarter"),
          new LedgerEntry.CorporateAction(
              0,
              "split",
              at(3),
              ActionKind.SPLIT,
              APPLE,
              Currency.USD,
              List.of(new Leg(APPLE, Quantity.of(12), BigDecimal.ZERO)),
              money("0", "USD"),
              ""),
          new LedgerEntry.CashAdjustment(0, "cash", at(4), money("-1", "EUR"), "letter"),
          new LedgerEntry.UnitsAdjustment(
              0, "units", at(5), BP, Currency.GBP, Quantity.of(3), "letter"),
          new LedgerEntry.Reversal(0, "back", at(6), "cash", "it came later"));

  private Result<RecordReceipt> record(String command, boolean dryRun, List<BrokerMovement> all) {
    return service.recordMovements(NOW, new RecordMovements(CommandId.of(command), all, dryRun));
  }

  @Test
  void everyKindOfEntryIsRecordedOnce() {
    assertThat(record("dry", true, ALL_KINDS).orElseThrow()).isEqualTo(new RecordReceipt(6, 0));
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isZero();
    assertThat(record("a", false, ALL_KINDS).orElseThrow()).isEqualTo(new RecordReceipt(6, 0));
    assertThat(record("a", false, ALL_KINDS).orElseThrow()).isEqualTo(new RecordReceipt(6, 0));
    assertThat(record("b", false, ALL_KINDS).orElseThrow()).isEqualTo(new RecordReceipt(0, 6));
    Position apple = service.getPosition(NOW, APPLE).orElseThrow();
    assertThat(apple.quantity()).isEqualTo(Quantity.of(16));
    assertThat(apple.cost()).isNull();
    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::total)
        .containsExactly(money("3.40", "USD"));
    reopen();
    assertThat(service.verifyBooks(NOW).orElseThrow().faults()).isEmpty();
    assertThat(service.getPosition(NOW, APPLE).orElseThrow()).isEqualTo(apple);
  }

  @Test
  void aFaultRefusesTheWholeFile() {
    Problem problem =
        record(
                "a",
                false,
                List.of(
                    OPENING,
                    new LedgerEntry.Dividend(
                        0, "d", at(2), BP, money("4", "GBP"), money("0", "GBP"), ""),
                    new LedgerEntry.UnitsAdjustment(
                        0, "u", at(3), APPLE, Currency.USD, Quantity.of(-9), "letter")))
            .problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults())
        .extracting(Fault::place)
        .containsExactly("movements[1].isin", "movements[2].quantity");
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isZero();
  }

  @Test
  void anIdOfTheLedgerIsNotTakenAgain() {
    record("a", false, List.of(OPENING)).orElseThrow();
    BrokerMovement other =
        new LedgerEntry.OpeningPosition(
            0, "open-apple", at(1), APPLE, Quantity.of(5), Currency.USD, null, null, "old broker");
    assertThat(record("b", false, List.of(other)).problemOrThrow().code())
        .isEqualTo("SOURCE_CONFLICT");
  }

  @Test
  void lotsComeByMethodAndInPages() {
    book(
        deposit(1, "9000", "USD"),
        buy(2, APPLE, "10", "100", "USD", "1.00"),
        buy(3, APPLE, "10", "130", "USD", "1.00"),
        sell(4, APPLE, "15", "120", "USD", "3.00"));
    LotPage all = service.listLots(NOW, LotQuery.all(LotMethod.HIGHEST_COST)).orElseThrow();
    assertThat(all.lots())
        .containsExactly(
            new Lot(
                "m-2",
                APPLE,
                Currency.USD,
                Quantity.of(5),
                at(2),
                money("500.50", "USD"),
                money("0.50", "USD")));
    assertThat(all.disposals()).extracting(Disposal::lotId).containsExactly("m-3", "m-2");
    assertThat(all.complete()).isTrue();
    LotPage page =
        service
            .listLots(
                NOW, new LotQuery(LotMethod.HIGHEST_COST, APPLE, at(4), at(5), List.of(), 1, 1))
            .orElseThrow();
    assertThat(page.disposals()).isEqualTo(all.disposals().subList(1, 2));
    assertThat(
            service
                .listLots(NOW, new LotQuery(LotMethod.AVERAGE, null, null, null, List.of(), -1, 0))
                .problemOrThrow()
                .faults())
        .hasSize(2);
  }

  private StatementComparison reconcile(Duration after, String cash, String apple, String bp) {
    return service
        .reconcileStatement(
            NOW,
            new BrokerStatement(
                DECISION.plus(after),
                2,
                List.of(money(cash, "USD")),
                List.of(
                    new BrokerStatement.Holding(APPLE, Quantity.of(apple)),
                    new BrokerStatement.Holding(BP, Quantity.of(bp)))))
        .orElseThrow();
  }

  @Test
  void oneBadReadingShrinksNothingAndTwoGoodOnesAdjust() {
    book(deposit(1, "2000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    assertThat(reconcile(Duration.ZERO, "1000", "10", "0").equal()).isTrue();

    StatementComparison first = reconcile(Duration.ofMinutes(1), "1000", "0", "7");
    assertThat(first.equal()).isFalse();
    assertThat(first.items())
        .extracting(StatementDifference::kind)
        .containsExactly(StatementDifference.Kind.MISSING, StatementDifference.Kind.GHOST);
    assertThat(reconcile(Duration.ofMinutes(1), "1000", "0", "7").equal()).isFalse();
    // The next one is good again: nothing had happened, and the count begins anew.
    assertThat(reconcile(Duration.ofMinutes(3), "1000", "10", "0").equal()).isTrue();
    assertThat(reconcile(Duration.ofMinutes(5), "1000", "0", "7").equal()).isFalse();
    assertThat(service.getPosition(NOW, APPLE).orElseThrow().quantity()).isEqualTo(Quantity.of(10));

    StatementComparison second = reconcile(Duration.ofMinutes(6), "1000", "0", "7");
    assertThat(second.equal()).isTrue();
    assertThat(second.items()).extracting(StatementDifference::adjusted).containsOnly(true);
    assertThat(service.getPositions(NOW).orElseThrow().positions())
        .extracting(Position::isin, Position::quantity)
        .containsExactly(tuple(BP, Quantity.of(7)));
    assertThat(service.listLedger(NOW, new LedgerQuery(2, 10)).orElseThrow().transactions())
        .extracting(LedgerTransaction::kind)
        .containsExactly("UNITS_ADJUSTMENT", "UNITS_ADJUSTMENT");
    assertThat(service.verifyBooks(NOW).orElseThrow().faults()).isEmpty();
    assertThat(
            service.getSnapshot(NOW, OpenExposure.NONE).orElseThrow().securities().stream()
                .filter(security -> security.isin().equals(APPLE))
                .map(security -> security.dates().lastBoughtAt()))
        .containsExactly(at(2));
  }

  @Test
  void cashIsAdjustedWithItsEvidence() {
    book(deposit(1, "2000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    reconcile(Duration.ZERO, "990.50", "10", "0");
    StatementComparison second = reconcile(Duration.ofHours(1), "990.50", "10", "0");
    assertThat(second.equal()).isTrue();
    LedgerTransaction entry =
        service.listLedger(NOW, new LedgerQuery(2, 10)).orElseThrow().transactions().getFirst();
    assertThat(entry.description())
        .contains("-9.50 USD", "the books have 1000.00 USD, the broker has 990.50 USD", "2023-05");
    assertThat(service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances())
        .extracting(CashBalance::total)
        .containsExactly(money("990.50", "USD"));
  }

  @Test
  void aPartialStatementChangesNothing() {
    book(deposit(1, "2000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    for (int minutes = 0; minutes < 10; minutes += 5) {
      Problem problem =
          service
              .reconcileStatement(
                  NOW,
                  new BrokerStatement(
                      DECISION.plus(Duration.ofMinutes(minutes)),
                      2,
                      List.<Money>of(),
                      List.of(),
                      List.of("cash", "holdings")))
              .problemOrThrow();
      assertThat(problem.faults()).extracting(Fault::place).containsExactly("cash", "holdings");
    }
    assertThat(service.verifyBooks(NOW).orElseThrow().transactions()).isEqualTo(2);
  }

  @Test
  void moneyOfATradeSettlesWithItsMarket() {
    BrokerMovement.Execution sale =
        MovementsOf.execution(3, Side.SELL, APPLE, "4", "110", "USD", "1.00");
    book(
        deposit(1, "2000", "USD"),
        buy(2, APPLE, "10", "100", "USD", "0"),
        new BrokerMovement.Execution(
            3,
            "late",
            DECISION.minusSeconds(60),
            sale.clientOrderId(),
            APPLE,
            sale.side(),
            sale.quantity(),
            sale.price(),
            sale.gross(),
            sale.commission()));
    CashBalance friday =
        service.getCashBalance(NOW, OpenExposure.NONE).orElseThrow().balances().getFirst();
    assertThat(friday.settled()).isEqualTo(money("999", "USD"));
    assertThat(friday.unsettled()).isEqualTo(money("440", "USD"));
    assertThat(friday.available()).isEqualTo(money("999", "USD"));
    assertThat(friday.total()).isEqualTo(money("1439", "USD"));
    CashBalance wednesday =
        service
            .getCashBalance(
                NOW.withDecisionTime(DECISION.plus(Duration.ofDays(5))), OpenExposure.NONE)
            .orElseThrow()
            .balances()
            .getFirst();
    assertThat(wednesday.settled()).isEqualTo(money("1439", "USD"));
    assertThat(wednesday.unsettled()).isEqualTo(money("0", "USD"));
  }
}
