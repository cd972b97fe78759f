package dev.arduinotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.planning.FakePlanning;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.portfolio.FakePortfolio;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.FakeTrading;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.SetMode;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every gateway answers, wherever it runs. */
abstract class GatewayServiceContract {
  private static final Isin APPLE = Isin.of("US0378331005");

  final MovedClock clock = MovedClock.at("2026-11-20T12:00:00Z");
  private final CallContext call = Contexts.at(clock.now());
  private final FakeUniverse universe = new FakeUniverse();
  private final FakePortfolio portfolio = new FakePortfolio();
  private final FakePlanning planning = new FakePlanning();
  private final FakeTrading trading = new FakeTrading();
  private GatewayModule module;
  private GatewayService gateway;

  /** The gateway in the way of this suite. */
  abstract GatewayService reach(GatewayService local);

  /** Ends what {@link #reach} began. */
  abstract void leave();

  /** Where the store is kept: in files unless a suite says otherwise. */
  Databases databases(Path directory) {
    return Databases.in(directory);
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    portfolio
        .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
        .price(APPLE, "171.21", clock.now())
        .rate(Currency.USD, "1.0735")
        .cash("30000.00", Currency.EUR);
    module =
        GatewayModule.open(
            databases(directory),
            SignedNeighbours.of(clock, universe, portfolio, planning, trading),
            new StillFleet(),
            database -> () -> new ServiceHealth(true, "1", "well", clock.base(), List.of()),
            clock,
            new CountedIds());
    gateway = reach(module.local());
  }

  @AfterEach
  void close() {
    leave();
    module.close();
  }

  private static CommandId command(String id) {
    return CommandId.of(id);
  }

  private CycleReport cycle(String id, boolean dryRun) {
    return gateway
        .triggerTradingCycle(call, new CycleCommand(command(id), dryRun), new Collected<>())
        .orElseThrow();
  }

  private FakePlanning buy() {
    return planning.thenTrade(Side.BUY, APPLE, Quantity.of(10));
  }

  @Test
  void executesStepOneAndPlansAgainUntilNothingIsBetter() {
    buy().thenTrade(Side.BUY, APPLE, Quantity.of(5)).thenNothing();

    CycleReport report = cycle("c-1", false);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.NOTHING_TO_DO);
    assertThat(report.plans()).hasSize(3);
    assertThat(report.trades()).hasSize(2);
    assertThat(trading.reconciliations()).isEqualTo(1);
    assertThat(trading.commands())
        .extracting(sent -> sent.planHash())
        .containsExactly(report.plans().get(0).planHash(), report.plans().get(1).planHash());
  }

  @Test
  void reportsProgressThatNeverFallsAndEndsAtHundred() {
    buy().thenNothing();
    Collected<CycleProgress> progress = new Collected<>();

    gateway
        .triggerTradingCycle(call, new CycleCommand(command("c-1"), false), progress)
        .orElseThrow();

    List<Integer> percents = progress.parts().stream().map(CycleProgress::percent).toList();
    assertThat(percents).isSorted().endsWith(100);
  }

  @Test
  void answersARepeatedCommandWithTheFirstReportAndSendsNothingAgain() {
    buy().thenNothing();
    CycleReport first = cycle("c-1", false);

    assertThat(cycle("c-1", false)).isEqualTo(first);
    assertThat(trading.commands()).hasSize(1);
  }

  @Test
  void refusesACommandIdThatMeantSomethingElse() {
    cycle("c-1", true);

    Problem problem =
        gateway
            .triggerTradingCycle(call, new CycleCommand(command("c-1"), false), new Collected<>())
            .problemOrThrow();

    assertThat(problem.code()).isEqualTo("COMMAND_REUSED");
    assertThat(problem.kind()).isEqualTo(FailureKind.ALREADY_EXISTS);
  }

  @Test
  void onlyPlansOnADryRun() {
    buy();

    CycleReport report = cycle("c-1", true);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.DRY_RUN);
    assertThat(report.plans()).hasSize(1);
    assertThat(trading.commands()).isEmpty();
  }

  @Test
  void sendsNothingWhileHalted() {
    trading.halt(call, new HaltCommand(command("h-1"), "storm")).orElseThrow();
    buy();

    CycleReport report = cycle("c-1", false);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.HELD_BACK);
    assertThat(report.message()).contains("storm");
    assertThat(trading.commands()).isEmpty();
  }

  @Test
  void sendsNothingInResearchMode() {
    trading.setMode(call, new SetMode(command("m-1"), Mode.RESEARCH)).orElseThrow();
    buy();

    assertThat(cycle("c-1", false).outcome()).isEqualTo(CycleReport.Outcome.HELD_BACK);
    assertThat(trading.commands()).isEmpty();
  }

  @Test
  void stopsAtATradeThatTheGateDenies() {
    trading.denying("CASH", "needs 10 more");
    buy().thenTrade(Side.BUY, APPLE, Quantity.of(5));

    CycleReport report = cycle("c-1", false);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.HELD_BACK);
    assertThat(report.trades()).extracting(trade -> trade.state()).contains(OrderState.DENIED);
    assertThat(report.message()).contains("needs 10 more");
  }

  @Test
  void stopsAtAnOrderOfWhichNobodyKnowsTheOutcome() {
    trading.tradesBecome(OrderState.UNKNOWN, "the reply was lost");
    buy().thenTrade(Side.BUY, APPLE, Quantity.of(5));

    CycleReport report = cycle("c-1", false);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.HELD_BACK);
    assertThat(trading.commands()).hasSize(1);
  }

  @Test
  void startsNoMoreTradesThanThePolicyAllows() {
    for (int i = 0; i < 9; i++) {
      buy();
    }

    CycleReport report = cycle("c-1", false);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.TRADES_MAX);
    assertThat(report.trades()).hasSize(5);
  }

  @Test
  void saysWhatFailedAndKeepsWhatWasDone() {
    buy();
    portfolio.unreachable();

    CycleReport report = cycle("c-1", false);

    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.FAILED);
    assertThat(report.message()).contains("UNAVAILABLE");
    assertThat(trading.commands()).isEmpty();
  }

  @Test
  void archivesEveryPlanWithItsDecisionNewestFirst() {
    buy().thenNothing();
    cycle("c-1", false);

    List<ArchivedPlan> plans = gateway.listPlans(call, 10).orElseThrow().plans();

    assertThat(plans).extracting(ArchivedPlan::number).containsExactly(2L, 1L);
    assertThat(plans.get(1).decision()).contains("step 1 sent as trade");
    assertThat(plans.get(0).plan().isDoNothing()).isTrue();
  }

  @Test
  void paysDepositsInThroughTheBroker() {
    Summary summary =
        gateway
            .processDeposit(call, new DepositCommand(command("d-1"), Money.of("250", Currency.EUR)))
            .orElseThrow();

    assertThat(trading.cashFlows()).hasSize(1);
    assertThat(trading.reconciliations()).isEqualTo(1);
    assertThat(summary.account().accountId()).isEqualTo(Contexts.ACCOUNT);
  }

  @Test
  void refusesADepositThatIsNotAboveZero() {
    Problem problem =
        gateway
            .processDeposit(call, new DepositCommand(command("d-1"), Money.of("-5", Currency.EUR)))
            .problemOrThrow();

    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.message()).contains("-5.00 EUR");
    assertThat(trading.cashFlows()).isEmpty();
  }

  @Test
  void showsThePortfolioWithoutTradingAndSaysThatOrdersAreUnknown() {
    trading.unreachable();

    Summary summary = gateway.getPortfolio(call).orElseThrow();

    assertThat(summary.unknown()).anyMatch(reason -> reason.contains("open orders"));
  }

  @Test
  void runsThePlannerBatchWithoutTrading() {
    buy();

    Job job =
        gateway.triggerJob(call, new JobCommand(command("j-1"), "planner-batch")).orElseThrow();

    Job ended = awaitEnd(job);
    assertThat(ended.state()).isEqualTo(Job.State.SUCCEEDED);
    assertThat(trading.commands()).isEmpty();
    assertThat(gateway.triggerJob(call, new JobCommand(command("j-1"), "planner-batch")))
        .satisfies(again -> assertThat(again.orElseThrow().jobId()).isEqualTo(job.jobId()));
    assertThat(gateway.listJobs(call).orElseThrow().jobs()).hasSize(1);
  }

  @Test
  void refusesAJobThatDoesNotExist() {
    assertThat(
            gateway
                .triggerJob(call, new JobCommand(command("j-1"), "make-coffee"))
                .problemOrThrow()
                .message())
        .contains("planner-batch", "make-coffee");
    assertThat(gateway.getJobStatus(call, "job-9").problemOrThrow().code())
        .isEqualTo("NO_SUCH_JOB");
  }

  @Test
  void showsTheWholeSystemAndAllSevenMetrics() {
    cycle("c-1", true);

    SystemStatus status = gateway.getSystemStatus(call).orElseThrow();

    assertThat(status.healthy()).isTrue();
    assertThat(status.services()).hasSize(7);
    assertThat(status.mode()).isNotNull();
    assertThat(status.lastCycle()).isNotNull();
    assertThat(gateway.getMetrics(call).orElseThrow().services()).hasSize(7);
  }

  @Test
  void tellsOfFinishedCyclesInItsEventLog() {
    cycle("c-1", true);

    Collected<dev.arduinotrader.platform.call.ServiceEvent> events = new Collected<>(1);
    gateway.watchEvents(call, 0, events);

    assertThat(events.parts().getFirst().kind()).isEqualTo("CYCLE_FINISHED");
  }

  private Job awaitEnd(Job job) {
    for (int looks = 0; looks < 500; looks++) {
      Job now = gateway.getJobStatus(call, job.jobId()).orElseThrow();
      if (now.state() != Job.State.RUNNING) {
        return now;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("the job did not end");
  }
}
