package dev.arduinotrader.portfolio.model.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.portfolio.model.performance.Attribution.Effects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttributionTest {
  /** One day, two segments: portfolio 60/40 with 10 % and 0 %, benchmark 50/50 with 8 % and 2 %. */
  @Test
  void splitsOneDayAsBrinsonAndFachlerDo() {
    Attribution attribution =
        Attribution.of(
            List.of(
                List.of(
                    new SegmentDay("DE", 0.6, 0.10, 0.5, 0.08),
                    new SegmentDay("US", 0.4, 0.00, 0.5, 0.02))));
    assertThat(attribution.activeReturn()).isCloseTo(0.06 - 0.05, within(1e-12));
    Effects germany = effects(attribution, "DE");
    assertThat(germany.allocation()).isCloseTo(0.1 * 0.03, within(1e-12));
    assertThat(germany.selection()).isCloseTo(0.5 * 0.02, within(1e-12));
    assertThat(germany.interaction()).isCloseTo(0.1 * 0.02, within(1e-12));
    Effects america = effects(attribution, "US");
    assertThat(america.allocation()).isCloseTo(-0.1 * -0.03, within(1e-12));
    assertThat(america.selection()).isCloseTo(0.5 * -0.02, within(1e-12));
    assertThat(america.interaction()).isCloseTo(-0.1 * -0.02, within(1e-12));
  }

  @Test
  void callsASegmentThatTheBenchmarkLacksAllocation() {
    Attribution attribution =
        Attribution.of(
            List.of(
                List.of(new SegmentDay("CH", 1, 0.03, 0, 0), new SegmentDay("US", 0, 0, 1, 0.01))));
    assertThat(effects(attribution, "CH").selection()).isZero();
    assertThat(effects(attribution, "CH").allocation()).isCloseTo(0.02, within(1e-12));
    assertThat(effects(attribution, "US").total()).isZero();
  }

  @Test
  void addsUpToTheActiveReturnOverManyDays() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<List<SegmentDay>> days = new ArrayList<>();
      for (int day = 0; day < 60; day++) {
        days.add(randomDay(random));
      }
      Attribution attribution = Attribution.of(days);
      double sum = attribution.segments().values().stream().mapToDouble(Effects::total).sum();
      assertThat(sum)
          .as("seed %d round %d", seed, round)
          .isCloseTo(attribution.activeReturn(), within(1e-10));
    }
  }

  @Test
  void refusesWeightsThatDoNotAddUp() {
    assertThatThrownBy(() -> Attribution.of(List.of(List.of(new SegmentDay("DE", 0.9, 0, 1, 0)))))
        .hasMessageContaining("add up to 1");
  }

  @Test
  void buysTheBenchmarkWithTheSameMoneyOnTheSameDays() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    ValueHistory account =
        new ValueHistory(
            List.of(
                new DayValue(start, 1_000, 1_000),
                new DayValue(start.plusDays(1), 1_500, 500),
                new DayValue(start.plusDays(2), 1_400, 0)));
    NavigableMap<LocalDate, Double> levels = new TreeMap<>();
    levels.put(start.minusDays(2), 100.0);
    levels.put(start.plusDays(1), 125.0);
    levels.put(start.plusDays(2), 100.0);
    BenchmarkComparison comparison = BenchmarkComparison.of(account, levels).orElseThrow();
    assertThat(comparison.history().days().getLast().value()).isCloseTo(1_400, within(1e-9));
    assertThat(comparison.ahead(account)).isCloseTo(0, within(1e-9));
    assertThat(BenchmarkComparison.of(account, levels.tailMap(start.plusDays(1), true))).isEmpty();
  }

  private static Effects effects(Attribution attribution, String segment) {
    return Objects.requireNonNull(attribution.segments().get(segment), segment);
  }

  private static List<SegmentDay> randomDay(Random random) {
    double[] portfolio = weights(random);
    double[] benchmark = weights(random);
    List<SegmentDay> segments = new ArrayList<>();
    for (int i = 0; i < portfolio.length; i++) {
      segments.add(
          new SegmentDay(
              "segment " + i,
              portfolio[i],
              portfolio[i] == 0 ? 0 : 0.05 * random.nextGaussian(),
              benchmark[i],
              benchmark[i] == 0 ? 0 : 0.05 * random.nextGaussian()));
    }
    return segments;
  }

  private static double[] weights(Random random) {
    double[] weights = new double[5];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      sum += weights[i];
    }
    if (sum == 0) {
      weights[0] = 1;
      return weights;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
