package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.MovementsOf.APPLE;
import static dev.arduinotrader.portfolio.MovementsOf.BP;
import static dev.arduinotrader.portfolio.MovementsOf.buy;
import static dev.arduinotrader.portfolio.MovementsOf.deposit;
import static dev.arduinotrader.portfolio.MovementsOf.exchange;
import static dev.arduinotrader.portfolio.MovementsOf.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import dev.arduinotrader.portfolio.model.Policies;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.universe.FakeUniverse;
import dev.arduinotrader.universe.RemoveSecurity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of calling the portfolio must do alike. */
abstract class PortfolioContract extends PortfolioFixture {
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
  void aHoldingKeepsItsValueButIsNotTradedWhenItsSecurityLeavesTheUniverse() {
    book(deposit(1, "30000", "EUR"), buy(2, BP, "37", "483.55", "GBX", "2.36"));
    OpenExposure exposure = new OpenExposure(2, List.of());
    Snapshot before = service.getSnapshot(NOW, exposure).orElseThrow();
    for (Isin isin : List.of(BP, APPLE)) {
      universe
          .removeSecurity(
              NOW, new RemoveSecurity(CommandId.of("remove-" + isin), isin, "gone", false))
          .orElseThrow();
    }
    Snapshot after = service.getSnapshot(NOW, exposure).orElseThrow();
    assertThat(after.total()).isEqualTo(before.total());
    assertThat(after.incomplete()).isEmpty();
    assertThat(after.securities())
        .extracting(SnapshotSecurity::isin, SnapshotSecurity::tradable)
        .containsExactly(tuple(BP, false));
    assertThat(service.getPosition(NOW, BP).orElseThrow().valueInBase())
        .isEqualTo(before.positions().getFirst().valueInBase());
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
  void everyChangeOfThePolicyIsANewVersion() {
    assertThat(service.getPolicy(NOW).orElseThrow())
        .isEqualTo(
            new PolicyVersion(
                1, "test", DECISION, DefaultPolicy.of(Currency.EUR, Environment.PAPER)));
    SecurityWish slowly =
        new SecurityWish(
            APPLE, true, false, true, 2, null, 0.2, "slowly", Duration.ofDays(90), Duration.ZERO);
    InvestmentPolicy wanted = Policies.withWishes(atLeast(BP, 0.1), slowly);
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
