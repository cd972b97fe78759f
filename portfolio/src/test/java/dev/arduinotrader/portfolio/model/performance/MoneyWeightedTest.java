package dev.arduinotrader.portfolio.model.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.portfolio.model.performance.MoneyWeighted.Flow;
import dev.arduinotrader.portfolio.model.performance.MoneyWeighted.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyWeightedTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  /** The example in the documentation of Excel's XIRR. */
  @Test
  void equalsTheExampleInTheSpreadsheetsManual() {
    Rate rate =
        MoneyWeighted.rate(
            List.of(
                new Flow(LocalDate.of(2008, 1, 1), -10_000),
                new Flow(LocalDate.of(2008, 3, 1), 2_750),
                new Flow(LocalDate.of(2008, 10, 30), 4_250),
                new Flow(LocalDate.of(2009, 2, 15), 3_250),
                new Flow(LocalDate.of(2009, 4, 1), 2_750)));
    assertThat(solved(rate)).isCloseTo(0.373362535, within(1e-8));
  }

  @Test
  void isTheYearlyGrowthOfMoneyThatOnlyLies() {
    assertThat(
            solved(
                MoneyWeighted.rate(
                    List.of(new Flow(START, -1_000), new Flow(START.plusDays(730), 1_210)))))
        .isCloseTo(0.1, within(1e-12));
  }

  @Test
  void findsLossesNearEverything() {
    assertThat(
            solved(
                MoneyWeighted.rate(
                    List.of(new Flow(START, -1_000), new Flow(START.plusDays(365), 1)))))
        .isCloseTo(-0.999, within(1e-12));
  }

  @Test
  void doesNotCareAboutTheOrderOfFlows() {
    List<Flow> flows =
        List.of(
            new Flow(START.plusDays(365), 1_300),
            new Flow(START, -1_000),
            new Flow(START.plusDays(100), -100));
    assertThat(MoneyWeighted.rate(flows)).isEqualTo(MoneyWeighted.rate(flows.reversed()));
  }

  @Test
  void saysThatThereIsNoRateWhenNothingCameBack() {
    assertThat(MoneyWeighted.rate(List.of(new Flow(START, -1_000), new Flow(START, -1))))
        .isInstanceOf(Rate.None.class);
    assertThat(MoneyWeighted.rate(List.of(new Flow(START, -1_000), new Flow(START, 1_100))))
        .isInstanceOf(Rate.None.class);
  }

  /** -100, +230, -132 after a year each: 10 % and 20 % both balance, as every textbook has it. */
  @Test
  void namesAllRatesWhereSeveralBalance() {
    Rate rate =
        MoneyWeighted.rate(
            List.of(
                new Flow(START, -100),
                new Flow(START.plusDays(365), 230),
                new Flow(START.plusDays(730), -132)));
    assertThat(rate)
        .isInstanceOfSatisfying(
            Rate.Ambiguous.class,
            found -> {
              assertThat(found.perYear()).hasSize(2);
              assertThat(found.perYear().get(0)).isCloseTo(0.1, within(1e-9));
              assertThat(found.perYear().get(1)).isCloseTo(0.2, within(1e-9));
            });
  }

  @Test
  void findsTheRateAtWhichRandomSavingsGrew() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      double rate = -0.6 + 2 * random.nextDouble();
      List<Flow> flows = new ArrayList<>();
      int days = 400 + random.nextInt(3_000);
      double end = 0;
      for (int i = 0; i < 20; i++) {
        int day = i == 0 ? 0 : random.nextInt(days);
        double amount = 10 + 1_000 * random.nextDouble();
        flows.add(new Flow(START.plusDays(day), -amount));
        end += amount * Math.pow(1 + rate, (days - day) / 365.0);
      }
      flows.add(new Flow(START.plusDays(days), end));
      assertThat(solved(MoneyWeighted.rate(flows)))
          .as("seed %d round %d", seed, round)
          .isCloseTo(rate, within(1e-7));
    }
  }

  private static double solved(Rate rate) {
    assertThat(rate).isInstanceOf(Rate.Solved.class);
    return ((Rate.Solved) rate).perYear();
  }
}
