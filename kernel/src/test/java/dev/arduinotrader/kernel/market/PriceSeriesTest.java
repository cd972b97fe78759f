package dev.arduinotrader.kernel.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.Laws;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {
  private static final int[] DAYS = {19_500, 19_501, 19_504};
  private static final double[] CLOSES = {10, 11, 12};

  @Test
  void givesBackWhatItWasMadeOf() {
    PriceSeries series = PriceSeries.of(PriceBasis.RAW, DAYS, CLOSES);
    assertThat(series.basis()).isEqualTo(PriceBasis.RAW);
    assertThat(series.size()).isEqualTo(3);
    assertThat(series.isEmpty()).isFalse();
    assertThat(series.date(2)).isEqualTo(LocalDate.of(2023, 5, 27));
    assertThat(series.epochDay(2)).isEqualTo(19_504);
    assertThat(series.close(1)).isEqualTo(11);
    assertThat(series.lastClose()).isEqualTo(12);
    assertThat(series.epochDays()).isEqualTo(DAYS);
    assertThat(series.closes()).isEqualTo(CLOSES);
    assertThat(series).hasToString("PriceSeries[RAW, 3 closes, 2023-05-23 to 2023-05-27]");
  }

  @Test
  void mayBeEmpty() {
    PriceSeries empty = PriceSeries.of(PriceBasis.TOTAL_RETURN, new int[0], new double[0]);
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty).hasToString("PriceSeries[TOTAL_RETURN, empty]");
  }

  @Test
  void refusesDatesThatDoNotGrow() {
    assertThatThrownBy(
            () -> PriceSeries.of(PriceBasis.RAW, new int[] {19_501, 19_500}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected dates oldest first and each once, found 2023-05-23 after 2023-05-24");
    assertThatThrownBy(
            () -> PriceSeries.of(PriceBasis.RAW, new int[] {19_500, 19_500}, new double[] {1, 1}))
        .hasMessageContaining("found 2023-05-23 after 2023-05-23");
  }

  @Test
  void refusesClosesThatAreNoPrices() {
    double[] wrong = {0, -1, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double close : wrong) {
      assertThatThrownBy(
              () ->
                  PriceSeries.of(
                      PriceBasis.RAW, new int[] {19_500, 19_501}, new double[] {1, close}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected a finite close above zero on 2023-05-24, found " + close);
    }
  }

  @Test
  void refusesArraysOfDifferentLength() {
    assertThatThrownBy(() -> PriceSeries.of(PriceBasis.RAW, DAYS, new double[] {1}))
        .hasMessage("expected as many closes as dates, found 1 and 3");
  }

  @Test
  void isNotChangedThroughTheArraysThatCameInOrWentOut() {
    int[] days = DAYS.clone();
    double[] closes = CLOSES.clone();
    PriceSeries series = PriceSeries.of(PriceBasis.RAW, days, closes);
    days[0] = 0;
    closes[0] = -1;
    series.epochDays()[1] = 0;
    series.closes()[1] = -1;
    assertThat(series).isEqualTo(PriceSeries.of(PriceBasis.RAW, DAYS, CLOSES));
  }

  @Test
  void comparesBasisDatesAndCloses() {
    PriceSeries series = PriceSeries.of(PriceBasis.RAW, DAYS, CLOSES);
    assertThat(series).hasSameHashCodeAs(PriceSeries.of(PriceBasis.RAW, DAYS, CLOSES));
    assertThat(series).isNotEqualTo(PriceSeries.of(PriceBasis.TOTAL_RETURN, DAYS, CLOSES));
    assertThat(series).isNotEqualTo(series.last(2));
  }

  @Test
  void untilNeverShowsALaterDay() {
    Laws.hold(
        random -> {
          PriceSeries series = randomSeries(random);
          int day = 19_000 + random.nextInt(400);
          PriceSeries known = series.until(LocalDate.ofEpochDay(day));
          assertThat(series.last(series.size())).isEqualTo(series);
          assertThat(known).isEqualTo(series.until(LocalDate.ofEpochDay(day)).last(series.size()));
          assertThat(Arrays.stream(known.epochDays())).allMatch(each -> each <= day);
          for (int i = known.size(); i < series.size(); i++) {
            assertThat(series.epochDay(i)).isGreaterThan(day);
          }
        });
  }

  @Test
  void untilAcceptsEveryDate() {
    PriceSeries series = PriceSeries.of(PriceBasis.RAW, DAYS, CLOSES);
    assertThat(series.until(LocalDate.MAX)).isEqualTo(series);
    assertThat(series.until(LocalDate.MIN).isEmpty()).isTrue();
  }

  @Test
  void lastKeepsTheNewest() {
    PriceSeries series = PriceSeries.of(PriceBasis.RAW, DAYS, CLOSES);
    assertThat(series.last(2).closes()).containsExactly(11, 12);
    assertThat(series.last(99)).isEqualTo(series);
    assertThat(series.last(0).isEmpty()).isTrue();
  }

  private static PriceSeries randomSeries(Random random) {
    int size = random.nextInt(100);
    int[] days = new int[size];
    double[] closes = new double[size];
    int day = 19_000;
    for (int i = 0; i < size; i++) {
      day += 1 + random.nextInt(5);
      days[i] = day;
      closes[i] = 0.01 + random.nextDouble();
    }
    return PriceSeries.of(PriceBasis.SPLIT_ADJUSTED, days, closes);
  }
}
