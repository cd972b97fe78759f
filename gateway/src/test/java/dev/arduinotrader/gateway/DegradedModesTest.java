package dev.arduinotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.planning.FakePlanning;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.FakePortfolio;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.trading.FakeTrading;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cycle does while a service is away, too slow or wrong: one row of the matrix each. */
class DegradedModesTest {
  private static final Isin APPLE = Isin.of("US0378331005");

  private final MovedClock clock = MovedClock.at("2026-11-20T12:00:00Z");
  private final CallContext call = Contexts.at(clock.now());
  private final FakeUniverse universe = new FakeUniverse();
  private final FakePortfolio portfolio = new FakePortfolio();
  private final FakePlanning planning = new FakePlanning();
  private final FakeTrading trading = new FakeTrading();
  private GatewayModule module;

  @BeforeEach
  void open(@TempDir Path directory) {
    portfolio
        .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
        .price(APPLE, "171.21", clock.now())
        .rate(Currency.USD, "1.0735")
        .cash("30000.00", Currency.EUR);
    module =
        GatewayModule.open(
            directory,
            SignedNeighbours.of(clock, universe, portfolio, planning, trading),
            new StillFleet(),
            database ->
                () -> new ServiceHealth(true, "1", "well", clock.base(), java.util.List.of()),
            clock,
            new CountedIds());
    planning.thenTrade(Side.BUY, APPLE, Quantity.of(10)).thenNothing();
    cycle("before");
    assertThat(trading.commands()).hasSize(1);
    planning.thenTrade(Side.BUY, APPLE, Quantity.of(5)).thenNothing();
  }

  @AfterEach
  void close() {
    module.close();
  }

  /** Nobody answers, nobody answers in time, and somebody answers with a fault. */
  private static Stream<Problem> troubles() {
    return Stream.of(
        CommonReason.UNAVAILABLE.problem("no connection"),
        CommonReason.DEADLINE_EXCEEDED.problem("no answer in time"),
        CommonReason.INTERNAL.problem("a fault of the program"));
  }

  private CycleReport cycle(String id) {
    return module
        .local()
        .triggerTradingCycle(call, new CycleCommand(CommandId.of(id), false), new Collected<>())
        .orElseThrow();
  }

  /** Held: no further order, and what was planned before is still shown. */
  private void holds(CycleReport report, Problem trouble) {
    assertThat(report.outcome()).isEqualTo(CycleReport.Outcome.FAILED);
    assertThat(report.message()).contains(trouble.message());
    assertThat(trading.commands()).hasSize(1);
    assertThat(module.local().listPlans(call, 10).orElseThrow().plans()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void withoutPlanningNothingIsTradedAndTheLastPlanIsShown(Problem trouble) {
    planning.failWith(trouble);
    holds(cycle("c-1"), trouble);

    planning.failWith(null);
    assertThat(cycle("c-2").trades()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void withoutUniverseNoOrderLeaves(Problem trouble) {
    universe.failWith(trouble);
    holds(cycle("c-1"), trouble);

    universe.failWith(null);
    assertThat(cycle("c-2").trades()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void withoutPortfolioNoOrderLeaves(Problem trouble) {
    portfolio.failWith(trouble);
    holds(cycle("c-1"), trouble);

    portfolio.failWith(null);
    assertThat(cycle("c-2").trades()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void withoutTradingThereIsAPlanAndNothingLeaves(Problem trouble) {
    boolean answers = trouble.code().equals(CommonReason.INTERNAL.name());
    trading.failWith(trouble);
    CycleReport report = cycle("c-1");

    assertThat(report.trades()).isEmpty();
    assertThat(report.message()).contains(trouble.message());
    assertThat(report.outcome())
        .isEqualTo(answers ? CycleReport.Outcome.FAILED : CycleReport.Outcome.HELD_BACK);
    assertThat(report.plans()).hasSize(answers ? 0 : 1);

    trading.failWith(null);
    planning.thenTrade(Side.BUY, APPLE, Quantity.of(5)).thenNothing();
    assertThat(cycle("c-2").outcome()).isEqualTo(CycleReport.Outcome.NOTHING_TO_DO);
  }
}
