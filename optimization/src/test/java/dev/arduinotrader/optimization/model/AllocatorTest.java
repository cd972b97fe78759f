package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.CovarianceEstimator;
import dev.arduinotrader.optimization.Excluded;
import dev.arduinotrader.optimization.OptimizationParameters;
import dev.arduinotrader.optimization.TargetWeight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocatorTest {
  private final Map<Isin, PriceSeries> histories = new HashMap<>();
  private final List<AssetBounds> assets = new ArrayList<>();

  private void add(int number, int days, double minimum, double maximum) {
    Isin isin = isin(number);
    histories.put(isin, Histories.walk(number, 300 - days, 300));
    assets.add(new AssetBounds(isin, minimum, maximum));
  }

  private static Isin isin(int number) {
    return Isin.privateCode("XTST", "S" + number);
  }

  private Result<Allocation> allocate(double invested, double blend) {
    OptimizationParameters parameters =
        new OptimizationParameters(blend, 250, CovarianceEstimator.LEDOIT_WOLF);
    return Allocator.allocate(
        new AllocationRequest(assets, Currency.EUR, invested, parameters),
        histories,
        Map.of(),
        Histories.day(300));
  }

  @Test
  void keepsSumAndBoundsAndProvesThemOnRandomRequests() {
    long seed = 3;
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      histories.clear();
      assets.clear();
      int size = 1 + random.nextInt(25);
      WeightBounds bounds = Fixtures.randomBounds(random, size);
      for (int i = 0; i < size; i++) {
        add(round * 100 + i, 300, bounds.lower(i), Math.min(1, bounds.upper(i)));
      }
      double most = assets.stream().mapToDouble(AssetBounds::maximumWeight).sum();
      double invested = Math.min(bounds.sum(), most);
      if (invested <= 1) {
        Allocation allocation = allocate(invested, random.nextDouble()).orElseThrow();
        assertAllowed(allocation, invested, "seed " + seed + " round " + round);
      }
    }
  }

  private void assertAllowed(Allocation allocation, double invested, String description) {
    double sum = 0;
    for (int i = 0; i < assets.size(); i++) {
      TargetWeight target = allocation.targets().get(i);
      assertThat(target.isin()).isEqualTo(assets.get(i).isin());
      assertThat(target.weight())
          .as(description)
          .isBetween(assets.get(i).minimumWeight(), assets.get(i).maximumWeight());
      sum += target.weight();
    }
    assertThat(sum).as(description).isCloseTo(invested, within(1e-12));
    assertThat(allocation.kktResidual()).isLessThanOrEqualTo(1e-8);
    assertThat(allocation.note()).isEmpty();
  }

  @Test
  void blendsFromMinimumVarianceToRiskParity() {
    for (int i = 0; i < 8; i++) {
      add(i, 300, 0, 0.4);
    }
    Allocation least = allocate(0.9, 0).orElseThrow();
    Allocation parity = allocate(0.9, 1).orElseThrow();
    Allocation half = allocate(0.9, 0.5).orElseThrow();
    for (int i = 0; i < 8; i++) {
      TargetWeight target = half.targets().get(i);
      assertThat(least.targets().get(i).weight()).isEqualTo(target.minimumVarianceWeight());
      assertThat(parity.targets().get(i).weight()).isEqualTo(target.riskParityWeight());
      assertThat(target.weight())
          .isCloseTo(
              (target.minimumVarianceWeight() + target.riskParityWeight()) / 2, within(1e-15));
    }
    assertThat(least.annualVolatility()).isLessThan(parity.annualVolatility());
    assertThat(half.observations()).isEqualTo(249);
    assertThat(half.shrinkage()).isBetween(0.0, 1.0);
  }

  @Test
  void doesNotDependOnTheOrderOfTheRequest() {
    for (int i = 0; i < 12; i++) {
      add(i, 300, i % 3 == 0 ? 0.02 : 0, 0.3);
    }
    Map<Isin, TargetWeight> one = byIsin(allocate(0.95, 0.5).orElseThrow());
    Collections.shuffle(assets, new Random(9));
    assertThat(byIsin(allocate(0.95, 0.5).orElseThrow())).isEqualTo(one);
  }

  private static Map<Isin, TargetWeight> byIsin(Allocation allocation) {
    Map<Isin, TargetWeight> weights = new HashMap<>();
    allocation.targets().forEach(target -> weights.put(target.isin(), target));
    return weights;
  }

  @Test
  void refusesMinimaAboveTheInvestedWeightNamingTheNumbers() {
    add(1, 300, 0.5, 0.6);
    add(2, 300, 0.5, 0.6);
    Problem problem = allocate(0.95, 0.5).problemOrThrow();
    assertThat(problem.code()).isEqualTo("BOUNDS_INFEASIBLE");
    assertThat(problem.message()).contains("0.950000", "found 1.000000 over 2 securities");
  }

  @Test
  void refusesMaximaBelowTheInvestedWeightNamingTheNumbers() {
    add(1, 300, 0, 0.3);
    add(2, 300, 0, 0.3);
    Problem problem = allocate(0.95, 0.5).problemOrThrow();
    assertThat(problem.code()).isEqualTo("BOUNDS_INFEASIBLE");
    assertThat(problem.message()).contains("0.950000", "found 0.600000 over 2 securities");
  }

  @Test
  void keepsInCashWhatTheMeasurableMayNotHold() {
    add(1, 300, 0, 0.3);
    add(2, 300, 0, 0.3);
    add(3, 100, 0, 0.5);
    Allocation allocation = allocate(0.95, 0.5).orElseThrow();
    assertThat(allocation.targets())
        .extracting(TargetWeight::weight)
        .containsExactly(0.3, 0.3, 0.0);
    assertThat(allocation.excluded()).extracting(Excluded::isin).containsExactly(isin(3));
    assertThat(allocation.note()).contains("at most 0.600000 together", "0.350000 stays in cash");
  }

  @Test
  void refusesToLeaveOutWhatTheOwnerRequires() {
    add(1, 300, 0, 1);
    add(2, 100, 0.1, 1);
    assets.add(new AssetBounds(isin(3), 0.1, 1));
    Problem problem = allocate(0.95, 0.5).problemOrThrow();
    assertThat(problem.code()).isEqualTo("REQUIRED_NOT_MEASURABLE");
    assertThat(problem.message())
        .contains(isin(2) + ": closes on 100", isin(3) + ": universe sent neither");
  }

  @Test
  void refusesWhenNothingCanBeMeasured() {
    add(1, 40, 0, 1);
    Problem problem = allocate(0.95, 0.5).problemOrThrow();
    assertThat(problem.code()).isEqualTo("NOTHING_MEASURABLE");
    assertThat(problem.message()).contains(isin(1).value(), "closes on 40");
  }

  @Test
  void givesCopiesOfOneSecurityTheSameRisk() {
    for (int i = 0; i < 3; i++) {
      add(i, 300, 0, 1);
    }
    PriceSeries shared = Histories.walk(1, 0, 300);
    histories.replaceAll((isin, closes) -> shared);
    Allocation allocation = allocate(1, 0).orElseThrow();
    for (TargetWeight target : allocation.targets()) {
      assertThat(target.minimumVarianceWeight()).isCloseTo(1.0 / 3, within(1e-6));
      assertThat(target.riskParityWeight()).isCloseTo(1.0 / 3, within(0.17));
    }
  }

  @Test
  void cutsTinyWeightsOnlyWhereTheSumIsKept() {
    WeightBounds free = new WeightBounds(new double[3], new double[] {1, 1, 1}, 1);
    double[] weights = {0.6, 0.4 - 5e-7, 5e-7};
    TinyWeights.cut(weights, free);
    assertThat(weights).containsExactly(new double[] {0.6 + 5e-7, 0.4 - 5e-7, 0}, within(1e-15));
    WeightBounds full = new WeightBounds(new double[2], new double[] {1 - 5e-7, 1e-3}, 1);
    double[] stuck = {1 - 5e-7, 5e-7};
    TinyWeights.cut(stuck, full);
    assertThat(stuck).containsExactly(1 - 5e-7, 5e-7);
    WeightBounds wanted = new WeightBounds(new double[] {0, 5e-7}, new double[] {1, 1}, 1);
    double[] required = {1 - 5e-7, 5e-7};
    TinyWeights.cut(required, wanted);
    assertThat(required).containsExactly(1 - 5e-7, 5e-7);
  }
}
