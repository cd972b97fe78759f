package dev.arduinotrader.planning;

import static dev.arduinotrader.planning.World.EUR;
import static dev.arduinotrader.planning.World.NOW;
import static dev.arduinotrader.planning.World.USD;
import static dev.arduinotrader.planning.World.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.FakeOptimization;
import dev.arduinotrader.optimization.OptimizationReason;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a plan takes a snapshot for: open orders counted as done, nothing unknown as zero. */
class StateOfSnapshotTest {
  private final Services services = new Services();

  @Test
  void countsAPendingPurchaseAsDoneAndBuysNoMoreOfIt() {
    World world =
        new World()
            .unlimited()
            .cash("10000", Currency.EUR)
            .security("A", "10", EUR)
            .order("A", Side.BUY, "300", eur("3050"))
            .security("B", "10", EUR);
    services.judge("A", 0.9, 0.6).judge("B", 0.9, 0.6);

    Plan plan = services.plan(world);

    assertThat(plan.rejected())
        .filteredOn(rejected -> rejected.symbol().equals("A"))
        .extracting(RejectedCandidate::code)
        .containsExactly("OPEN_ORDER");
    assertThat(gap(plan, "A").weightNow()).isCloseTo(3_000 / 9_950.0, within(1e-12));
    assertThat(plan.steps()).extracting(PlanStep::symbol).containsExactly("B");
    // 6,950 are left, and 500 of them are the reserve.
    assertThat(plan.steps().getFirst().valueInBase().isLessThan(eur("6450"))).isTrue();
  }

  /** The ids are drawn at random; the same orders must give the same plan to the last digit. */
  @Test
  void givesTheSameNumbersWhateverTheIdsOfTheOpenOrdersAre() {
    List<String> amounts =
        new ArrayList<>(List.of("3194.93", "1451.83", "2374.63", "2718.17", "2089.31"));
    List<Object> numbers = numbers(services.plan(exchanging(amounts)));

    for (int round = 0; round < 20; round++) {
      Collections.shuffle(amounts, new Random(round));
      assertThat(numbers(services.plan(exchanging(amounts)))).isEqualTo(numbers);
    }
  }

  private static List<Object> numbers(Plan plan) {
    return List.of(plan.steps(), plan.scoreNow(), plan.scoreAfter(), plan.targets());
  }

  private World exchanging(List<String> amounts) {
    services.judge("A", 0.9, 0.6);
    World world =
        new World()
            .unlimited()
            .cash("20000", Currency.EUR)
            .rate(Currency.USD, "1.1")
            .security("A", "10", EUR);
    for (String amount : amounts) {
      world.exchange(eur(amount), Money.of(amount, Currency.USD));
    }
    return world;
  }

  @Test
  void countsNoMoneyOfAPendingSaleAsSpendable() {
    World world =
        new World()
            .unlimited()
            .cash("600", Currency.EUR)
            .security("A", "10", EUR)
            .holding("A", "500")
            .order("A", Side.SELL, "500", null)
            .security("B", "10", EUR);
    services.judge("A", 0.9, 0).judge("B", 0.9, 0.9);

    Plan plan = services.plan(world);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected())
        .extracting(RejectedCandidate::code)
        .containsExactlyInAnyOrder("OPEN_ORDER", "CASH");
  }

  @Test
  void movesTheMoneyOfAPendingExchange() {
    World base = new World().unlimited().rate(Currency.USD, "1.25").security("A", "10", USD);
    services.judge("A", 0.9, 0.9);
    World before = base.cash("10000", Currency.EUR);
    double scoreBefore = services.plan(before).scoreNow();
    World after = before.exchange(Money.of("5000", Currency.EUR), Money.of("6250", Currency.USD));

    Plan plan = new Services().judge("A", 0.9, 0.9).plan(after);

    assertThat(plan.scoreNow()).isCloseTo(scoreBefore, within(1e-12));
    assertThat(plan.steps().getFirst().value().currency()).isEqualTo(Currency.USD);
  }

  @Test
  void countsAPurchaseAndTheExchangeThatPaysForItOnce() {
    // 5,000 EUR become 6,250 USD for 500 units at 12 USD; the purchase reserves nothing yet.
    World world =
        new World()
            .unlimited()
            .cash("10000", Currency.EUR)
            .rate(Currency.USD, "1.25")
            .security("A", "12", USD)
            .exchange(Money.of("5050", Currency.EUR), Money.of("6250", Currency.USD))
            .order("A", Side.BUY, "500", Money.zero(Currency.USD))
            .security("B", "10", EUR);
    services.judge("A", 0.9, 0.5).judge("B", 0.9, 0.5);

    Plan plan = services.plan(world);

    // 10,000 less what the exchange loses and the purchase costs.
    double total = 10_000 - 5_050 + 5_000 - 4_800 - 2 - 4_800 * 0.0025 + 4_800;
    assertThat(gap(plan, "A").weightNow()).isCloseTo(4_800 / total, within(1e-12));
    assertThat(spent(plan)).isBetween(4_100.0, 4_450.0);
  }

  @Test
  void keepsTheMoneyOfAPurchaseWhoseExchangeHasArrived() {
    World world =
        new World()
            .unlimited()
            .cash("4950", Currency.EUR)
            .cash("6250", Currency.USD)
            .rate(Currency.USD, "1.25")
            .security("A", "12", USD)
            .order("A", Side.BUY, "500", Money.zero(Currency.USD))
            .security("B", "10", EUR);
    services.judge("A", 0.9, 0.5).judge("B", 0.9, 0.5);

    // 4,950 EUR less the reserve; the dollars are spoken for.
    assertThat(spent(services.plan(world))).isBetween(4_000.0, 4_450.0);
  }

  private static double spent(Plan plan) {
    return plan.steps().stream().mapToDouble(s -> s.valueInBase().amount().doubleValue()).sum();
  }

  @Test
  void spendsNoUnsettledIncomeButCountsItInTheTotal() {
    World world =
        new World().unlimited().cash("600", "5400", Currency.EUR).security("A", "10", EUR);
    services.judge("A", 0.9, 0.5);

    Plan plan = services.plan(world);

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected()).extracting(RejectedCandidate::code).containsExactly("CASH");
  }

  @Test
  void refusesWhenTheTotalIsNotKnownAndNamesEverythingMissing() {
    World world =
        new World()
            .cash("10000", Currency.EUR)
            .cash("500", Currency.USD)
            .security("A", "10", EUR)
            .holding("A", "100")
            .priceless("A")
            .security("B", "10", EUR)
            .holding("B", "-5")
            .security("C", "10", EUR)
            .holding("C", "5")
            .pricedAt("C", NOW.minus(Duration.ofDays(9)))
            .incomplete("the price of A is not known");

    Problem problem = services.result(world.snapshot()).problemOrThrow();

    assertThat(problem.code()).isEqualTo("PLANNING_INCOMPLETE");
    assertThat(problem.kind()).isEqualTo(FailureKind.FAILED_PRECONDITION);
    assertThat(problem.message())
        .contains(
            "A is held or ordered, but it has no price",
            "B is -5 because an entry is missing",
            "C is held or ordered, but its price is 9.0 d old",
            "cash of 500.00 USD: there is no rate from EUR to USD",
            "the price of A is not known");
    assertThat(services.scoring.calls()).isZero();
  }

  @Test
  void refusesToValueCashWithAnOldRate() {
    World world =
        new World()
            .cash("10000", Currency.USD)
            .rate(Currency.USD, "1.1", NOW.minus(Duration.ofDays(6)))
            .security("A", "10", EUR);

    assertThat(services.result(world.snapshot()).problemOrThrow().message())
        .contains("the rate from EUR to USD is 6.0 d old");
  }

  @Test
  void keepsTheLastPriceOfAHoldingThatCanNoLongerBeTraded() {
    World world =
        new World()
            .unlimited()
            .cash("9000", Currency.EUR)
            .security("GONE", "10", EUR)
            .holding("GONE", "100")
            .untradable("GONE")
            .pricedAt("GONE", NOW.minus(Duration.ofDays(400)))
            .security("A", "10", EUR);
    services.judge("A", 0.9, 0.5);

    Plan plan = services.plan(world);

    assertThat(plan.steps()).extracting(PlanStep::symbol).containsExactly("A");
    assertThat(plan.steps().getFirst().weightTarget()).isEqualTo(0.5);
    assertThat(plan.completeness()).isLessThan(1);
  }

  @Test
  void doesNothingForAnAccountWithoutMoney() {
    Plan plan = services.plan(new World().security("A", "10", EUR));

    assertThat(plan.isDoNothing()).isTrue();
    assertThat(plan.narrative()).contains("the total is 0.00 EUR");
    assertThat(services.scoring.calls()).isZero();
  }

  @Test
  void refusesWhenNothingCanBeJudged() {
    World empty = new World().cash("10000", Currency.EUR);
    World unscored = new World().cash("10000", Currency.EUR).security("A", "10", EUR);

    assertThat(services.result(empty.snapshot()).problemOrThrow().code())
        .isEqualTo("NOTHING_TO_OPTIMISE");
    assertThat(services.result(unscored.snapshot()).problemOrThrow().message())
        .contains("securities with a price and a score, found none among 1");
  }

  @Test
  void asksForNoMoreWeightThanTheMaximaHold() {
    World world =
        new World().cash("30000", Currency.EUR).security("A", "10", EUR).security("B", "10", EUR);
    services.score("A", 0.5).score("B", 0.5);

    Plan plan = services.plan(world);

    assertThat(services.optimization.requests().getFirst().investedWeight())
        .isCloseTo(0.30, within(1e-12));
    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.narrative()).contains("70.0 % of the total is to stay in cash");
  }

  @Test
  void asksAgainWithoutHoldingsThatMustBeKeptAndCannotBeMeasured() {
    World world =
        new World()
            .cash("9000", Currency.EUR)
            .security("KEPT", "10", EUR)
            .holding("KEPT", "100")
            .allow("KEPT", true, false, true)
            .security("A", "10", EUR);
    services.judge("A", 0.9, 0.1).score("KEPT", 0.5);
    OptimizationService strict = new StrictOptimization(services.optimization);

    Plan plan =
        PlanningModule.local(services.scoring, strict, new MovedClock(NOW), "test")
            .createPlan(
                Contexts.at(NOW), new PlanRequest(world.snapshot()), ProgressSink.ignoring())
            .orElseThrow();

    assertThat(plan.steps()).extracting(PlanStep::symbol).containsExactly("A");
    assertThat(plan.rejected())
        .extracting(RejectedCandidate::code)
        .containsExactly("NOT_MEASURABLE");
  }

  /** Cannot measure anything that has a minimum weight. */
  private record StrictOptimization(FakeOptimization fake) implements OptimizationService {
    @Override
    public Result<Allocation> optimizeAllocation(CallContext context, AllocationRequest request) {
      return request.assets().stream().anyMatch(bounds -> bounds.minimumWeight() > 0)
          ? OptimizationReason.REQUIRED_NOT_MEASURABLE.failure("too little history")
          : fake.optimizeAllocation(context, request);
    }

    @Override
    public Result<ServiceHealth> healthCheck(CallContext context) {
      return fake.healthCheck(context);
    }

    @Override
    public Result<Done> watchEvents(
        CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
      return fake.watchEvents(context, afterSequence, events);
    }
  }

  @Test
  void refusesAPolicyThatContradictsItself() {
    World above =
        new World().cash("10000", Currency.EUR).security("A", "10", EUR).minimum("A", 0.2);
    World together = new World().unlimited().cash("10000", Currency.EUR);
    services.score("A", 0.5).score("B", 0.5);
    for (String symbol : new String[] {"A", "B"}) {
      together.security(symbol, "10", EUR).minimum(symbol, 0.6);
    }

    assertThat(services.result(above.snapshot()).problemOrThrow().code())
        .isEqualTo("POLICY_CONTRADICTORY");
    assertThat(services.result(together.snapshot()).problemOrThrow().message())
        .contains("minimum weights of at most 100.0 % together, found 120.0 %");
  }

  @Test
  void missingScoresLowerCompletenessAndNeverRaiseTheScore() {
    World world =
        new World()
            .unlimited()
            .cash("9000", Currency.EUR)
            .security("A", "10", EUR)
            .holding("A", "100")
            .security("B", "10", EUR);

    Plan known = new Services().judge("A", 0.5, 0.1).judge("B", 0.5, 0.1).plan(world);
    Plan missing = new Services().judge("B", 0.5, 0.1).plan(world);

    assertThat(known.completeness()).isEqualTo(1);
    assertThat(missing.completeness()).isLessThan(1);
    assertThat(missing.scoreNow()).isLessThanOrEqualTo(known.scoreNow() + 1e-12);
  }

  private static TargetGap gap(Plan plan, String symbol) {
    return plan.targets().stream()
        .filter(each -> each.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }
}
