package dev.arduinotrader.kernel.market;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Daily closes of one security, oldest first: strictly increasing dates, finite positive values.
 * Immutable.
 */
public final class PriceSeries {
  private final PriceBasis basis;
  private final int[] epochDays;
  private final double[] closes;

  private PriceSeries(PriceBasis basis, int[] epochDays, double[] closes) {
    this.basis = basis;
    this.epochDays = epochDays;
    this.closes = closes;
  }

  /**
   * Checks and copies the arrays.
   *
   * @param epochDays days since 1970-01-01, strictly increasing
   * @param closes as many, each finite and above zero
   * @throws IllegalArgumentException naming the first entry that breaks a rule
   */
  public static PriceSeries of(PriceBasis basis, int[] epochDays, double[] closes) {
    if (epochDays.length != closes.length) {
      throw new IllegalArgumentException(
          "expected as many closes as dates, found " + closes.length + " and " + epochDays.length);
    }
    for (int i = 0; i < closes.length; i++) {
      if (i > 0 && epochDays[i] <= epochDays[i - 1]) {
        throw new IllegalArgumentException(
            "expected dates oldest first and each once, found %s after %s"
                .formatted(
                    LocalDate.ofEpochDay(epochDays[i]), LocalDate.ofEpochDay(epochDays[i - 1])));
      }
      if (!(closes[i] > 0) || Double.isInfinite(closes[i])) {
        throw new IllegalArgumentException(
            "expected a finite close above zero on %s, found %s"
                .formatted(LocalDate.ofEpochDay(epochDays[i]), closes[i]));
      }
    }
    return new PriceSeries(basis, epochDays.clone(), closes.clone());
  }

  public PriceBasis basis() {
    return basis;
  }

  public int size() {
    return closes.length;
  }

  public boolean isEmpty() {
    return closes.length == 0;
  }

  public int epochDay(int index) {
    return epochDays[index];
  }

  public LocalDate date(int index) {
    return LocalDate.ofEpochDay(epochDays[index]);
  }

  public double close(int index) {
    return closes[index];
  }

  public double lastClose() {
    return closes[closes.length - 1];
  }

  /** A copy of the days since 1970-01-01, oldest first. */
  public int[] epochDays() {
    return epochDays.clone();
  }

  /** A copy of the closes, oldest first. */
  public double[] closes() {
    return closes.clone();
  }

  /** The last {@code count} entries, or all when there are fewer. */
  public PriceSeries last(int count) {
    int from = Math.max(0, closes.length - count);
    return new PriceSeries(
        basis,
        Arrays.copyOfRange(epochDays, from, closes.length),
        Arrays.copyOfRange(closes, from, closes.length));
  }

  /** The entries up to and including this date. */
  public PriceSeries until(LocalDate date) {
    int position =
        Arrays.binarySearch(
            epochDays, Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    int end = position >= 0 ? position + 1 : -position - 1;
    return new PriceSeries(basis, Arrays.copyOf(epochDays, end), Arrays.copyOf(closes, end));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PriceSeries that
        && basis == that.basis
        && Arrays.equals(epochDays, that.epochDays)
        && Arrays.equals(closes, that.closes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(epochDays) + Arrays.hashCode(closes);
  }

  @Override
  public String toString() {
    return isEmpty()
        ? "PriceSeries[" + basis + ", empty]"
        : "PriceSeries[%s, %d closes, %s to %s]"
            .formatted(basis, size(), date(0), date(size() - 1));
  }
}
