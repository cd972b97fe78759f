package dev.arduinotrader.portfolio.model.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeWeightedTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  /** 1,000 grows by 5 % to 1,050, another 1,000 is added, everything falls by 10 %. */
  @Test
  void leavesDepositsOutOfTheReturn() {
    ValueHistory history =
        new ValueHistory(
            List.of(
                new DayValue(START, 1_000, 1_000),
                new DayValue(START.plusDays(1), 2_050, 1_000),
                new DayValue(START.plusDays(2), 1_845, 0)));
    assertThat(TimeWeighted.linked(TimeWeighted.daily(history)).getAsDouble())
        .isCloseTo(1.05 * 0.9 - 1, within(1e-12));
  }

  @Test
  void isTheSameWhateverIsPaidInOrOut() {
    long seed = 42;
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      List<DayValue> saver = new ArrayList<>();
      List<DayValue> holder = new ArrayList<>();
      double saved = 1_000;
      double held = 1_000;
      saver.add(new DayValue(START, saved, saved));
      holder.add(new DayValue(START, held, held));
      for (int day = 1; day < 300; day++) {
        double growth = Math.exp(0.02 * random.nextGaussian());
        double flow = random.nextInt(10) == 0 ? (random.nextDouble() - 0.3) * saved : 0;
        saved = saved * growth + flow;
        held *= growth;
        saver.add(new DayValue(START.plusDays(day), saved, flow));
        holder.add(new DayValue(START.plusDays(day), held, 0));
      }
      assertThat(linked(saver))
          .as("seed %d round %d", seed, round)
          .isCloseTo(linked(holder), within(1e-9));
    }
  }

  @Test
  void hasNoReturnForADayAfterNothing() {
    ValueHistory history =
        new ValueHistory(
            List.of(
                new DayValue(START, 100, 100),
                new DayValue(START.plusDays(1), 0, -110),
                new DayValue(START.plusDays(2), 50, 50),
                new DayValue(START.plusDays(3), 55, 0)));
    assertThat(TimeWeighted.daily(history)).hasSize(2);
    assertThat(TimeWeighted.linked(TimeWeighted.daily(history)).getAsDouble())
        .isCloseTo(0.21, within(1e-12));
  }

  @Test
  void isAbsentWhereThereIsNoDayToMeasure() {
    assertThat(TimeWeighted.daily(new ValueHistory(List.of(new DayValue(START, 100, 100)))))
        .isEmpty();
    assertThat(TimeWeighted.linked(List.of())).isEmpty();
  }

  @Test
  void annualisesWithAYearOf365Days() {
    assertThat(TimeWeighted.annualised(0.21, 730).getAsDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(TimeWeighted.annualised(-1.1, 730)).isEmpty();
  }

  @Test
  void refusesDaysOutOfOrder() {
    assertThatThrownBy(
            () -> new ValueHistory(List.of(new DayValue(START, 1, 0), new DayValue(START, 1, 0))))
        .hasMessageContaining("strictly increasing");
  }

  private static double linked(List<DayValue> days) {
    return TimeWeighted.linked(TimeWeighted.daily(new ValueHistory(days))).getAsDouble();
  }
}
