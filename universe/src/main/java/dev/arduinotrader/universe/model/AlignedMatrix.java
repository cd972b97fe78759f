package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The closes of many securities on one calendar: a row for each day on which any of them has a
 * close, a column for each security. Where a security has none there is a gap, which nobody can
 * read as a number; nothing is filled unless asked for, and never backwards.
 */
public final class AlignedMatrix {
  private final List<Isin> isins;
  private final int[] epochDays;
  private final double[][] columns;
  private final BitSet[] present;

  private AlignedMatrix(List<Isin> isins, int[] epochDays, double[][] columns, BitSet[] present) {
    this.isins = isins;
    this.epochDays = epochDays;
    this.columns = columns;
    this.present = present;
  }

  /**
   * Aligns the closes of the last days.
   *
   * @param isins one for each column, each once
   * @param series as many; a column without any close is a series of no bars
   * @param rowsMax at most so many of the latest common days; at least 1
   */
  public static AlignedMatrix of(List<Isin> isins, List<Bars> series, int rowsMax) {
    if (isins.size() != series.size() || rowsMax < 1) {
      throw new IllegalArgumentException(
          "expected as many series as securities and at least 1 row, found %d, %d and %d"
              .formatted(series.size(), isins.size(), rowsMax));
    }
    int[] days = calendar(series);
    int[] kept = Arrays.copyOfRange(days, Math.max(0, days.length - rowsMax), days.length);
    double[][] columns = new double[series.size()][kept.length];
    BitSet[] present = new BitSet[series.size()];
    for (int column = 0; column < columns.length; column++) {
      present[column] = place(series.get(column), kept, columns[column]);
    }
    return new AlignedMatrix(List.copyOf(isins), kept, columns, present);
  }

  /** The closes of a market's securities that are known at an instant. */
  public static AlignedMatrix of(
      Market market, List<Security> securities, Instant now, int rowsMax) {
    Bars none = Bars.ofCloses(new int[0], new double[0]);
    List<Bars> series =
        securities.stream()
            .map(security -> market.bars(security, now, rowsMax).map(BarSeries::bars).orElse(none))
            .toList();
    return of(securities.stream().map(Security::isin).toList(), series, rowsMax);
  }

  /** All days of any series, oldest first. */
  private static int[] calendar(List<Bars> series) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (Bars bars : series) {
      if (!bars.isEmpty()) {
        first = Math.min(first, bars.firstDay());
        last = Math.max(last, bars.lastDay());
      }
    }
    if (first > last) {
      return new int[0];
    }
    BitSet days = new BitSet(last - first + 1);
    for (Bars bars : series) {
      for (int day : bars.epochDays()) {
        days.set(day - first);
      }
    }
    int start = first;
    return days.stream().map(offset -> start + offset).toArray();
  }

  private static BitSet place(Bars bars, int[] days, double[] column) {
    BitSet present = new BitSet(days.length);
    Arrays.fill(column, Double.NaN);
    int next = days.length == 0 ? 0 : bars.countUntil(days[0] - 1);
    for (int row = 0; row < days.length && next < bars.size(); row++) {
      if (bars.epochDay(next) == days[row]) {
        column[row] = bars.closes()[next++];
        present.set(row);
      }
    }
    return present;
  }

  public int rows() {
    return epochDays.length;
  }

  public int columns() {
    return columns.length;
  }

  /** The security of a column. */
  public Isin isin(int column) {
    return isins.get(column);
  }

  /** The day of a row, as days since 1970-01-01; rows are oldest first. */
  public int epochDay(int row) {
    return epochDays[row];
  }

  /** The close, empty where there is a gap. */
  public OptionalDouble close(int row, int column) {
    return present[column].get(row)
        ? OptionalDouble.of(columns[column][row])
        : OptionalDouble.empty();
  }

  /** The rows in which a column has no close. */
  public BitSet gaps(int column) {
    BitSet gaps = new BitSet(rows());
    gaps.set(0, rows());
    gaps.andNot(present[column]);
    return gaps;
  }

  /** How many closes are missing in all. */
  public int gapCount() {
    int count = 0;
    for (BitSet column : present) {
      count += rows() - column.cardinality();
    }
    return count;
  }

  /**
   * A column that has no gap, oldest first.
   *
   * @throws IllegalStateException when it has one: fill it, or keep only complete rows
   */
  public double[] completeColumn(int column) {
    if (present[column].cardinality() != rows()) {
      throw new IllegalStateException(
          "expected closes of %s in all %d rows, found %d gaps"
              .formatted(isin(column), rows(), rows() - present[column].cardinality()));
    }
    return columns[column].clone();
  }

  /**
   * The same matrix with each gap filled with the last close before it that is at most so many
   * calendar days older. Gaps before the first close of a column stay.
   *
   * @param daysMax at least 1
   */
  public AlignedMatrix filledForward(int daysMax) {
    if (daysMax < 1) {
      throw new IllegalArgumentException("expected at least 1 day, found " + daysMax);
    }
    double[][] filled = new double[columns.length][];
    BitSet[] there = new BitSet[columns.length];
    for (int column = 0; column < columns.length; column++) {
      filled[column] = columns[column].clone();
      there[column] = (BitSet) present[column].clone();
      int last = -1;
      for (int row = 0; row < rows(); row++) {
        if (present[column].get(row)) {
          last = row;
        } else if (last >= 0 && epochDays[row] - epochDays[last] <= daysMax) {
          filled[column][row] = columns[column][last];
          there[column].set(row);
        }
      }
    }
    return new AlignedMatrix(isins, epochDays, filled, there);
  }

  /** Only the rows in which every column has a close. */
  public AlignedMatrix completeRows() {
    BitSet complete = new BitSet(rows());
    complete.set(0, rows());
    for (BitSet column : present) {
      complete.and(column);
    }
    int[] kept = complete.stream().toArray();
    double[][] values = new double[columns.length][kept.length];
    BitSet[] there = new BitSet[columns.length];
    for (int column = 0; column < columns.length; column++) {
      there[column] = new BitSet(kept.length);
      there[column].set(0, kept.length);
      for (int row = 0; row < kept.length; row++) {
        values[column][row] = columns[column][kept[row]];
      }
    }
    int[] days = Arrays.stream(kept).map(row -> epochDays[row]).toArray();
    return new AlignedMatrix(isins, days, values, there);
  }
}
