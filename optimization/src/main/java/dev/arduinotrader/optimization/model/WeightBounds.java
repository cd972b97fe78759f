package dev.arduinotrader.optimization.model;

/** The set of allowed weights: each within its bounds, all with one sum. */
public final class WeightBounds {
  /** Sums within this of each other count as equal: ten times 0.1 is not quite 1. */
  public static final double SUM_TOLERANCE = 1e-9;

  private final double[] lower;
  private final double[] upper;
  private final double sum;

  /**
   * The bounds; the arrays are kept, not copied.
   *
   * @param lower the least of each weight
   * @param upper the most of each weight
   * @param sum of all weights
   */
  public WeightBounds(double[] lower, double[] upper, double sum) {
    this.lower = lower;
    this.upper = upper;
    this.sum = sum;
  }

  double lower(int index) {
    return lower[index];
  }

  double upper(int index) {
    return upper[index];
  }

  double sum() {
    return sum;
  }

  double sumOfLower() {
    return Vectors.sum(lower);
  }

  double sumOfUpper() {
    return Vectors.sum(upper);
  }
}
