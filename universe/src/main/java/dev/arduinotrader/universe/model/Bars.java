package dev.arduinotrader.universe.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Daily bars of one security, oldest first. Every bar has a close; the other columns are there or
 * not for the whole series, with NaN where a single value is missing. Immutable by convention: the
 * arrays are shared and nobody writes to them.
 */
public final class Bars {
  private final int[] epochDays;
  private final Map<BarField, double[]> columns;

  /**
   * @param epochDays days since 1970-01-01, strictly increasing
   * @param columns as many values each; CLOSE is required
   */
  public Bars(int[] epochDays, Map<BarField, double[]> columns) {
    this.epochDays = epochDays;
    this.columns = new EnumMap<>(columns);
    double[] closes = columns.get(BarField.CLOSE);
    if (closes == null || columns.values().stream().anyMatch(c -> c.length != epochDays.length)) {
      throw new IllegalArgumentException("expected closes, and columns as long as the dates");
    }
  }

  public static Bars ofCloses(int[] epochDays, double[] closes) {
    return new Bars(epochDays, Map.of(BarField.CLOSE, closes));
  }

  public int size() {
    return epochDays.length;
  }

  public boolean isEmpty() {
    return epochDays.length == 0;
  }

  public int[] epochDays() {
    return epochDays;
  }

  public int epochDay(int index) {
    return epochDays[index];
  }

  public int firstDay() {
    return epochDays[0];
  }

  public int lastDay() {
    return epochDays[epochDays.length - 1];
  }

  public double[] closes() {
    return java.util.Objects.requireNonNull(columns.get(BarField.CLOSE));
  }

  /** The values of a column, null when the source has none. */
  public double @Nullable [] column(BarField field) {
    return columns.get(field);
  }

  /** How many bars have a day at or before this one. */
  public int countUntil(int epochDay) {
    int position = Arrays.binarySearch(epochDays, epochDay);
    return position >= 0 ? position + 1 : -position - 1;
  }

  /** The bars from one index to before another. */
  public Bars range(int from, int to) {
    Map<BarField, double[]> part = new EnumMap<>(BarField.class);
    columns.forEach((field, values) -> part.put(field, Arrays.copyOfRange(values, from, to)));
    return new Bars(Arrays.copyOfRange(epochDays, from, to), part);
  }

  /** These bars and then the later ones; a column that either part lacks is NaN there. */
  public Bars then(Bars later) {
    int[] days = Arrays.copyOf(epochDays, size() + later.size());
    System.arraycopy(later.epochDays, 0, days, size(), later.size());
    Map<BarField, double[]> joined = new EnumMap<>(BarField.class);
    for (BarField field : BarField.values()) {
      double[] mine = column(field);
      double[] theirs = later.column(field);
      if (mine != null || theirs != null) {
        double[] values = new double[days.length];
        copy(mine, values, 0, size());
        copy(theirs, values, size(), later.size());
        joined.put(field, values);
      }
    }
    return new Bars(days, joined);
  }

  private static void copy(double @Nullable [] from, double[] to, int position, int length) {
    if (from == null) {
      Arrays.fill(to, position, position + length, Double.NaN);
    } else {
      System.arraycopy(from, 0, to, position, length);
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Bars that) || !Arrays.equals(epochDays, that.epochDays)) {
      return false;
    }
    for (BarField field : BarField.values()) {
      if (!Arrays.equals(columns.get(field), that.columns.get(field))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(epochDays) + Arrays.hashCode(closes());
  }

  @Override
  public String toString() {
    return "Bars[" + size() + ", " + columns.keySet() + "]";
  }
}
