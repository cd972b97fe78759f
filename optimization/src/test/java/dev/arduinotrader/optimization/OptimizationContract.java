package dev.arduinotrader.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every way of calling optimization must do alike. */
abstract class OptimizationContract {
  static final MovedClock CLOCK = MovedClock.at("2023-05-26T22:00:00Z");
  private static final CallContext NOW = Contexts.at("2023-05-26T22:00:00Z");
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Isin MICROSOFT = Isin.of("US5949181045");
  private static final Isin BP = Isin.of("GB0007980591");
  private static final Isin YOUNG = Isin.of("US02079K3059");
  private static final Isin UNKNOWN = Isin.of("US88160R1014");
  private static final LocalDate LAST = LocalDate.of(2023, 5, 26);
  private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

  final FakeUniverse universe =
      new FakeUniverse()
          .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
          .with(FakeUniverse.stock(MICROSOFT.value(), "MSFT", "USD"))
          .with(FakeUniverse.stock(BP.value(), "BP.L", "GBX"))
          .with(FakeUniverse.stock(YOUNG.value(), "GOOGL", "USD"))
          .closesUntil(APPLE, LAST, walk(1, 600, 0.02))
          .closesUntil(MICROSOFT, LAST, walk(2, 600, 0.01))
          .closesUntil(BP, LAST, walk(3, 600, 0.015))
          .closesUntil(YOUNG, LAST, walk(4, 90, 0.02))
          .rate(Currency.EUR, Currency.of("USD"), "1.1", LONG_AGO)
          .rate(Currency.EUR, Currency.of("GBP"), "0.85", LONG_AGO);

  /** The service under test, answering from {@link #universe}. */
  abstract OptimizationService service();

  final OptimizationService local() {
    return OptimizationModule.local(universe, CLOCK, "1.2.3");
  }

  private static double[] walk(long seed, int count, double deviation) {
    Random random = new Random(seed);
    double[] closes = new double[count];
    double price = 100;
    for (int t = 0; t < count; t++) {
      price *= Math.exp(deviation * random.nextGaussian());
      closes[t] = price;
    }
    return closes;
  }

  private static AllocationRequest request(double invested, AssetBounds... assets) {
    return new AllocationRequest(
        List.of(assets), Currency.EUR, invested, OptimizationParameters.DEFAULT);
  }

  private static AllocationRequest three() {
    return request(
        0.95,
        new AssetBounds(MICROSOFT, 0, 0.5),
        new AssetBounds(BP, 0.1, 0.4),
        new AssetBounds(APPLE, 0, 0.5));
  }

  @Test
  void weighsWithinTheBoundsInTheOrderAskedFor() {
    Allocation allocation = service().optimizeAllocation(NOW, three()).orElseThrow();
    assertThat(allocation.targets())
        .extracting(TargetWeight::isin)
        .containsExactly(MICROSOFT, BP, APPLE);
    assertThat(allocation.targets().stream().mapToDouble(TargetWeight::weight).sum())
        .isCloseTo(0.95, within(1e-12));
    assertThat(allocation.targets().get(1).weight()).isBetween(0.1, 0.4);
    assertThat(allocation.targets().get(0).minimumVarianceWeight())
        .isGreaterThan(allocation.targets().get(2).minimumVarianceWeight());
    assertThat(allocation.annualVolatility()).isBetween(0.05, 0.4);
    assertThat(allocation.shrinkage()).isBetween(0.0, 1.0);
    assertThat(allocation.observations()).isEqualTo(503);
    assertThat(allocation.kktResidual()).isLessThanOrEqualTo(1e-8);
    assertThat(allocation.excluded()).isEmpty();
    assertThat(allocation.note()).isEmpty();
  }

  @Test
  void namesWhatItCannotMeasureAndKeepsTheRestInCash() {
    Allocation allocation =
        service()
            .optimizeAllocation(
                NOW,
                request(
                    0.95,
                    new AssetBounds(UNKNOWN, 0, 0.3),
                    new AssetBounds(APPLE, 0, 0.4),
                    new AssetBounds(YOUNG, 0, 0.3)))
            .orElseThrow();
    assertThat(allocation.excluded()).extracting(Excluded::isin).containsExactly(UNKNOWN, YOUNG);
    assertThat(allocation.excluded().get(0).reason()).isEqualTo("no close known");
    assertThat(allocation.targets())
        .extracting(TargetWeight::weight)
        .containsExactly(0.0, 0.4, 0.0);
    assertThat(allocation.note()).contains("0.550000 stays in cash");
  }

  @Test
  void givesGroupsWhatTheyShouldWeighAndSaysWhichCannotHaveIt() {
    AllocationRequest plain = three();
    AllocationRequest request =
        new AllocationRequest(
            plain.assets(),
            plain.baseCurrency(),
            plain.investedWeight(),
            plain.parameters(),
            List.of(
                new GroupWeight("Software", List.of(MICROSOFT), 0.2),
                new GroupWeight("Elsewhere", List.of(UNKNOWN), 0.3)));
    Allocation allocation = service().optimizeAllocation(NOW, request).orElseThrow();
    assertThat(allocation.targets().getFirst().weight()).isCloseTo(0.2, within(1e-9));
    assertThat(allocation.targets().stream().mapToDouble(TargetWeight::weight).sum())
        .isCloseTo(0.95, within(1e-9));
    assertThat(allocation.note()).startsWith("group Elsewhere can get 0.0 % instead of 30.0 %");
  }

  @Test
  void leavesOutWhatHasNoRateToTheBaseCurrency() {
    AllocationRequest inYen =
        new AllocationRequest(
            List.of(new AssetBounds(APPLE, 0.1, 1)),
            Currency.of("JPY"),
            0.9,
            OptimizationParameters.DEFAULT);
    Problem problem = service().optimizeAllocation(NOW, inYen).problemOrThrow();
    assertThat(problem.code()).isEqualTo(OptimizationReason.REQUIRED_NOT_MEASURABLE.name());
    assertThat(problem.message()).contains(APPLE.value());
  }

  @Test
  void knowsNothingOfWhatCameAfterTheDecisionTime() {
    CallContext earlier = Contexts.at("2023-05-25T22:00:00Z");
    Allocation before = service().optimizeAllocation(earlier, three()).orElseThrow();
    double[] changed = walk(1, 600, 0.02);
    changed[599] *= 3;
    universe.closesUntil(APPLE, LAST, changed);
    assertThat(service().optimizeAllocation(earlier, three()).orElseThrow()).isEqualTo(before);
    assertThat(service().optimizeAllocation(NOW, three()).orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void refusesBoundsThatNoWeightsSatisfy() {
    Problem problem =
        service()
            .optimizeAllocation(NOW, request(0.95, new AssetBounds(APPLE, 0, 0.2)))
            .problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.FAILED_PRECONDITION);
    assertThat(problem.code()).isEqualTo(OptimizationReason.BOUNDS_INFEASIBLE.name());
    assertThat(problem.message()).contains("0.950000", "0.200000");
  }

  @Test
  void refusesARequestThatBreaksItsContractNamingEveryFault() {
    Problem problem =
        service()
            .optimizeAllocation(
                NOW, request(1.5, new AssetBounds(APPLE, 0, 0.2), new AssetBounds(APPLE, 0, 0.3)))
            .problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(problem.faults())
        .extracting(fault -> fault.place())
        .containsExactly("invested_weight", "assets[1].isin");
    assertThat(service().optimizeAllocation(NOW, request(0.5)).problemOrThrow().message())
        .contains("expected 1 to 500 securities, found 0");
  }

  @Test
  void passesOnThatUniverseFailed() {
    universe.failWith(CommonReason.UNAVAILABLE.problem("no route to universe"));
    Problem problem = service().optimizeAllocation(NOW, three()).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(problem.message()).contains("no route to universe");
  }

  @Test
  void givesNothingAfterTheDeadline() {
    CallContext late =
        new CallContext(
            NOW.account(),
            NOW.actor(),
            NOW.requestId(),
            Deadline.after(Duration.ofNanos(-1)),
            NOW.decisionTime());
    assertThat(service().optimizeAllocation(late, three()).problemOrThrow().kind())
        .isEqualTo(FailureKind.DEADLINE_EXCEEDED);
  }

  @Test
  void isHealthyWhenTheSolverIsRightAndUniverseAnswers() {
    ServiceHealth health = service().healthCheck(NOW).orElseThrow();
    assertThat(health.checks()).allMatch(ServiceHealth.Check::healthy, health.toString());
    assertThat(health.healthy()).isTrue();
    assertThat(health.version()).isEqualTo("1.2.3");
    assertThat(health.clockBase()).isEqualTo("test");
    assertThat(health.checks())
        .extracting(ServiceHealth.Check::name)
        .containsExactly("solver", "universe");
  }

  @Test
  void isUnhealthyWhenUniverseDoesNotAnswer() {
    universe.unreachable();
    ServiceHealth health = service().healthCheck(NOW).orElseThrow();
    assertThat(health.healthy()).isFalse();
    assertThat(health.status()).startsWith("universe: UNAVAILABLE");
  }

  @Test
  void hasNoEventsToTell() {
    Collected<ServiceEvent> events = new Collected<>();
    assertThat(service().watchEvents(NOW, 0, events).orElseThrow()).isEqualTo(Done.DONE);
    assertThat(events.parts()).isEmpty();
  }
}
