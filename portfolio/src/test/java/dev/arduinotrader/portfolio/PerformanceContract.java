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
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.PerformanceQuery.BenchmarkPart;
import dev.arduinotrader.portfolio.model.Policies;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Performance and allocation; the same however the service is reached. */
abstract class PerformanceContract extends PortfolioFixture {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2023, 1, 6);
  private static final Offset<Double> EXACT = within(1e-9);
  private static final Isin WORLD = Isin.of("IE00BK5BQT80");

  /** 5,000 USD at 1.25 on Monday 2 January; 10 Apple at 100, 4 of them sold at 150. */
  private void tradeApple() {
    universe
        .rate(Currency.EUR, Currency.USD, "1.25", at(0))
        .with(FakeUniverse.stock(WORLD.value(), "VWCE", "EUR"))
        .closesUntil(APPLE, LAST, 100, 150, 155, 160, 152)
        .closesUntil(WORLD, LAST, 100, 100, 101, 102, 100, 99);
    book(
        deposit(1, "5000", "USD"),
        buy(2, APPLE, "10", "100", "USD", "5.00"),
        sell(3, APPLE, "4", "150", "USD", "2.00"));
  }

  private Performance performance(PerformanceQuery query) {
    return service.getPerformance(NOW, query).orElseThrow();
  }

  private static double value(Performance performance, Measure measure) {
    Performance.Figure figure = performance.figure(measure);
    assertThat(figure.reason()).isEmpty();
    assertThat(figure.window()).contains("2023-01-06");
    return Objects.requireNonNull(figure.value());
  }

  @Test
  void anAccountThatBeginsInThePeriodBeginsWithNothingTheDayBefore() {
    tradeApple();
    Performance performance = performance(PerformanceQuery.of(FIRST.minusDays(90), LAST));
    assertThat(performance.from()).isEqualTo(FIRST);
    assertThat(value(performance, Measure.START_VALUE)).isZero();
    // 5,000 - 1,005 + 598 = 4,593 USD and 6 Apple at 152: 5,505 USD at 1.25
    assertThat(value(performance, Measure.END_VALUE)).isCloseTo(4_404, EXACT);
    assertThat(value(performance, Measure.NET_FLOWS)).isCloseTo(4_000, EXACT);
    assertThat(value(performance, Measure.GAIN)).isCloseTo(404, EXACT);
    assertThat(value(performance, Measure.COSTS)).isCloseTo(5.6, EXACT);
    // From the evening of the second, 4,593 + 6 x 100 = 5,193 USD, to 5,505 USD.
    assertThat(value(performance, Measure.TIME_WEIGHTED_RETURN))
        .isCloseTo(5_505.0 / 5_193 - 1, EXACT);
    // From 4,593 + 6 x 160 = 5,553 USD to 5,505 USD.
    assertThat(value(performance, Measure.DEEPEST_DRAWDOWN)).isCloseTo(5_505.0 / 5_553 - 1, EXACT);
    assertThat(performance.falls())
        .first()
        .isEqualTo(
            new Performance.Fall(
                LocalDate.of(2023, 1, 5),
                LAST,
                null,
                value(performance, Measure.DEEPEST_DRAWDOWN)));
    assertThat(performance.figures()).hasSameSizeAs(Measure.values());
    assertThat(performance.figure(Measure.BENCHMARK_RETURN).reason()).contains("no benchmark");
  }

  @Test
  void everyDayEqualsItsOwnValuation() {
    tradeApple();
    List<DailyValuation> valued =
        service
            .listValuations(NOW, new ValuationQuery(FIRST.plusDays(1), LAST, true))
            .orElseThrow()
            .days();
    List<Performance.Day> days = performance(PerformanceQuery.of(FIRST, LAST)).days();
    assertThat(days).hasSize(valued.size() + 1);
    for (int i = 0; i < valued.size(); i++) {
      Money total = Objects.requireNonNull(valued.get(i).total());
      assertThat(days.get(i + 1).date()).isEqualTo(valued.get(i).day());
      assertThat(days.get(i + 1).value()).isCloseTo(total.amount().doubleValue(), within(0.01));
    }
  }

  @Test
  void aDayWithoutAPriceLeavesEveryFigureAbsentWithItsReason() {
    tradeApple();
    book(buy(4, BP, "10", "480", "GBX", "0"));
    Performance performance = performance(PerformanceQuery.of(FIRST, LAST).against(WORLD));
    assertThat(performance.figures())
        .allSatisfy(
            figure -> {
              assertThat(figure.value()).isNull();
              assertThat(figure.reason()).contains("2023-01-02").contains("no closes of " + BP);
            });
    assertThat(performance.days().getLast().value()).isNull();
    assertThat(performance.attributions()).allMatch(split -> split.activeReturn() == null);
  }

  @Test
  void aBenchmarkGetsTheSameFlowsAndTheDifferenceIsSplitWithoutARest() {
    tradeApple();
    LocalDate from = FIRST.plusDays(1);
    Performance performance = performance(PerformanceQuery.of(from, LAST).against(WORLD));
    double start = value(performance, Measure.START_VALUE);
    assertThat(value(performance, Measure.BENCHMARK_RETURN)).isCloseTo(-0.01, EXACT);
    assertThat(value(performance, Measure.BENCHMARK_END_VALUE)).isCloseTo(start * 0.99, EXACT);
    double active = value(performance, Measure.ACTIVE_RETURN);
    assertThat(active).isCloseTo(5_505.0 / 5_193 - 1 + 0.01, EXACT);
    assertThat(performance.attributions()).hasSize(3);
    for (Performance.Attributed split : performance.attributions()) {
      assertThat(split.activeReturn()).isCloseTo(active, EXACT);
      assertThat(split.parts().stream().mapToDouble(Performance.Part::total).sum())
          .isCloseTo(active, EXACT);
    }
    assertThat(performance.days().getFirst().benchmark()).isCloseTo(start, EXACT);
  }

  @Test
  void aBenchmarkWithoutPricesIsAReasonAndNotAZero() {
    tradeApple();
    Performance performance = performance(PerformanceQuery.of(FIRST, LAST).against(BP));
    assertThat(value(performance, Measure.END_VALUE)).isPositive();
    assertThat(performance.figure(Measure.ACTIVE_RETURN).value()).isNull();
    assertThat(performance.figure(Measure.ACTIVE_RETURN).reason()).contains(BP.value());
  }

  @Test
  void anAccountWithoutEntriesHasNoPerformance() {
    Performance performance = performance(PerformanceQuery.of(FIRST, LAST));
    assertThat(performance.days()).isEmpty();
    assertThat(performance.figure(Measure.GAIN).reason()).contains("no entry");
  }

  @Test
  void badQuestionsAreRefusedNamingEveryFault() {
    PerformanceQuery query =
        new PerformanceQuery(
            LAST,
            LocalDate.of(2023, 5, 26),
            List.of(new BenchmarkPart(APPLE, 0.5), new BenchmarkPart(APPLE, 0)),
            3);
    assertThat(service.getPerformance(NOW, query).problemOrThrow().faults())
        .extracting(Fault::place)
        .containsExactly(
            "to", "annualRiskFree", "benchmark[1].weight", "benchmark[1].isin", "benchmark");
  }

  @Test
  void sharesAreComparedWithTargetsAndLimits() {
    universe.rate(Currency.EUR, Currency.USD, "1.0751", at(0));
    book(
        deposit(1, "8000", "EUR"),
        deposit(2, "5000", "USD"),
        buy(3, APPLE, "10", "100", "USD", "0"));
    Allocation allocation =
        service
            .getAllocation(
                NOW, new AllocationQuery(List.of(new AllocationQuery.TargetWeight(BP, 0.1))))
            .orElseThrow();
    // 10 x 175.43 / 1.0751 = 1,631.76; 4,000 / 1.0751 = 3,720.58; 8,000
    assertThat(allocation.total()).isEqualTo(money("13352.34", "EUR"));
    Allocation.Share apple = allocation.shares().get(1);
    assertThat(apple.name()).isEqualTo(APPLE.value());
    assertThat(apple.value()).isEqualTo(money("1631.76", "EUR"));
    assertThat(apple.current()).isCloseTo(1_631.76 / 13_352.34, EXACT);
    assertThat(apple.status()).isEqualTo(Allocation.Status.OVERWEIGHT);
    Allocation.Share wanted = allocation.shares().get(2);
    assertThat(wanted.name()).isEqualTo(BP.value());
    assertThat(wanted.deviation()).isCloseTo(-0.1, EXACT);
    assertThat(wanted.status()).isEqualTo(Allocation.Status.UNDERWEIGHT);
    double limit = service.getPolicy(NOW).orElseThrow().policy().limits().securityWeightMax();
    assertThat(allocation.alerts())
        .filteredOn(alert -> alert.kind() == Allocation.Kind.SECURITY)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.limit()).isEqualTo(limit);
              assertThat(alert.threshold()).isCloseTo(0.8 * limit, EXACT);
              assertThat(alert.severity()).isEqualTo(Allocation.Severity.WARNING);
            });
  }

  @Test
  void groupsOfThePolicyAreComparedWithTheirWeights() {
    GroupTarget americas =
        new GroupTarget(
            "Americas", GroupTarget.Kind.COUNTRY, List.of("Brazil", "United States"), 0.5);
    GroupTarget mines = new GroupTarget("Mines", GroupTarget.Kind.INDUSTRY, List.of("Mining"), 0.1);
    InvestmentPolicy policy = Policies.withGroups(americas, mines);
    service.updatePolicy(NOW, new UpdatePolicy(CommandId.of("groups"), 1, policy)).orElseThrow();
    assertThat(service.getPolicy(NOW).orElseThrow().policy()).isEqualTo(policy);
    universe.rate(Currency.EUR, Currency.USD, "1.0751", at(0));
    book(deposit(1, "5000", "USD"), buy(2, APPLE, "10", "100", "USD", "0"));
    Allocation allocation = service.getAllocation(NOW, AllocationQuery.NO_TARGETS).orElseThrow();
    assertThat(allocation.shares())
        .filteredOn(share -> share.kind() == Allocation.Kind.GROUP)
        .extracting(Allocation.Share::name, Allocation.Share::target, Allocation.Share::status)
        .containsExactly(
            tuple("Americas", 0.5, Allocation.Status.UNDERWEIGHT),
            tuple("Mines", 0.1, Allocation.Status.UNDERWEIGHT));
    // 1,754.30 of 5,754.30 USD
    assertThat(allocation.shares().getLast().value()).isEqualTo(money("0.00", "EUR"));
    assertThat(allocation.shares().get(allocation.shares().size() - 2).current())
        .isCloseTo(1_754.30 / 5_754.30, within(1e-5));
  }

  @Test
  void whatIsNotKnownHasNoShare() {
    book(deposit(1, "100", "CHF"));
    Allocation allocation = service.getAllocation(NOW, AllocationQuery.NO_TARGETS).orElseThrow();
    assertThat(allocation.total()).isNull();
    assertThat(allocation.shares())
        .allSatisfy(share -> assertThat(share.current()).isNull())
        .allMatch(share -> share.status() == Allocation.Status.UNTARGETED);
    assertThat(allocation.unknown()).hasSize(1);
  }

  @Test
  void targetsThatCannotBeAreRefused() {
    AllocationQuery query =
        new AllocationQuery(
            List.of(
                new AllocationQuery.TargetWeight(BP, 0.9),
                new AllocationQuery.TargetWeight(BP, 0.2),
                new AllocationQuery.TargetWeight(APPLE, -1)));
    assertThat(service.getAllocation(NOW, query).problemOrThrow().faults())
        .extracting(Fault::place)
        .contains("targets[1].isin", "targets[2].weight");
  }
}
