package dev.arduinotrader.universe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.market.Isin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AlignedMatrixTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Isin MICROSOFT = Isin.of("US5949181045");

  private static final Bars NEW_YORK = bars(new int[] {1, 2, 4, 5}, 10, 11, 12, 13);
  private static final Bars TOKYO = bars(new int[] {2, 3, 5, 9}, 20, 21, 22, 23);

  private static Bars bars(int[] days, double... closes) {
    return Bars.ofCloses(days, closes);
  }

  private static AlignedMatrix matrix() {
    return AlignedMatrix.of(List.of(APPLE, MICROSOFT), List.of(NEW_YORK, TOKYO), 100);
  }

  private static List<Double> column(AlignedMatrix matrix, int column) {
    List<Double> values = new ArrayList<>();
    for (int row = 0; row < matrix.rows(); row++) {
      values.add(matrix.close(row, column).orElse(Double.NaN));
    }
    return values;
  }

  @Test
  void hasARowForEachDayOfAnyMarketAndAGapWhereAMarketWasClosed() {
    AlignedMatrix matrix = matrix();
    assertThat(matrix.rows()).isEqualTo(6);
    assertThat(column(matrix, 0)).containsExactly(10.0, 11.0, Double.NaN, 12.0, 13.0, Double.NaN);
    assertThat(column(matrix, 1)).containsExactly(Double.NaN, 20.0, 21.0, Double.NaN, 22.0, 23.0);
    assertThat(matrix.gaps(1).stream()).containsExactly(0, 3);
    assertThat(matrix.gapCount()).isEqualTo(4);
    assertThat(matrix.close(0, 1)).isEqualTo(OptionalDouble.empty());
    assertThatThrownBy(() -> matrix.completeColumn(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2 gaps");
  }

  @Test
  void fillsForwardWithinTheBoundAndNeverBackwards() {
    AlignedMatrix filled = matrix().filledForward(3);
    assertThat(column(filled, 0)).containsExactly(10.0, 11.0, 11.0, 12.0, 13.0, Double.NaN);
    assertThat(column(filled, 1)).containsExactly(Double.NaN, 20.0, 21.0, 21.0, 22.0, 23.0);
    assertThat(column(matrix().filledForward(4), 0)).endsWith(13.0, 13.0);
  }

  @Test
  void keepsOnlyTheDaysThatAllHave() {
    AlignedMatrix complete = matrix().completeRows();
    assertThat(complete.rows()).isEqualTo(2);
    assertThat(complete.epochDay(1)).isEqualTo(5);
    assertThat(complete.completeColumn(0)).containsExactly(11, 13);
    assertThat(complete.completeColumn(1)).containsExactly(20, 22);
  }

  @Test
  void takesTheLatestDaysAndBearsASecurityWithoutAny() {
    AlignedMatrix matrix =
        AlignedMatrix.of(List.of(APPLE, MICROSOFT), List.of(NEW_YORK, bars(new int[0])), 3);
    assertThat(column(matrix, 0)).containsExactly(11.0, 12.0, 13.0);
    assertThat(matrix.gaps(1).cardinality()).isEqualTo(3);
    assertThat(AlignedMatrix.of(List.of(), List.of(), 1).rows()).isZero();
  }

  @Test
  void losesAndInventsNothingWhateverTheCalendars() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      List<Bars> series = new ArrayList<>();
      List<Isin> isins = new ArrayList<>();
      TreeSet<Integer> days = new TreeSet<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        int[] own = random.ints(random.nextInt(60), 100, 200).sorted().distinct().toArray();
        Arrays.stream(own).forEach(days::add);
        series.add(bars(own, random.doubles(own.length, 1, 9).toArray()));
        isins.add(Isin.privateCode("XNAS", "S" + i));
      }
      AlignedMatrix matrix = AlignedMatrix.of(isins, series, 1_000);
      assertThat(matrix.rows()).as("seed %d", seed).isEqualTo(days.size());
      int closes = series.stream().mapToInt(Bars::size).sum();
      assertThat(matrix.rows() * matrix.columns() - matrix.gapCount()).isEqualTo(closes);
      for (int column = 0; column < series.size(); column++) {
        Bars bars = series.get(column);
        for (int row = 0; row < matrix.rows(); row++) {
          int at = Arrays.binarySearch(bars.epochDays(), matrix.epochDay(row));
          assertThat(matrix.close(row, column))
              .isEqualTo(at < 0 ? OptionalDouble.empty() : OptionalDouble.of(bars.closes()[at]));
        }
      }
    }
  }
}
