package dev.arduinotrader.scoring.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function through given knots, straight between them and flat outside; the shape of nearly every
 * score. Two knots of the same x declare a jump: the function has the second one's value there.
 */
public final class PiecewiseLinear implements DoubleUnaryOperator {
  private final double[] xs;
  private final double[] ys;

  private PiecewiseLinear(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /**
   * The function through these knots.
   *
   * @param knots x, y, x, y, ... with x never decreasing, each x at most twice
   * @throws IllegalArgumentException naming the knot that breaks a rule
   */
  public static PiecewiseLinear through(double... knots) {
    if (knots.length < 2 || knots.length % 2 != 0) {
      throw new IllegalArgumentException(
          "expected pairs of x and y, found " + knots.length + " numbers");
    }
    int count = knots.length / 2;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = knots[2 * i];
      ys[i] = knots[2 * i + 1];
      if (!Double.isFinite(xs[i]) || !Double.isFinite(ys[i])) {
        throw new IllegalArgumentException("expected finite knots, found " + xs[i] + ":" + ys[i]);
      }
      if ((i > 0 && xs[i] < xs[i - 1]) || (i > 1 && xs[i] == xs[i - 2])) {
        throw new IllegalArgumentException(
            "expected knots from left to right with each x at most twice, found " + xs[i]);
      }
    }
    return new PiecewiseLinear(xs, ys);
  }

  @Override
  public double applyAsDouble(double x) {
    int last = xs.length - 1;
    if (x >= xs[last]) {
      return ys[last];
    }
    int right = 0;
    while (xs[right] <= x) {
      right++;
    }
    if (right == 0) {
      return ys[0];
    }
    int left = right - 1;
    double share = (x - xs[left]) / (xs[right] - xs[left]);
    return ys[left] + share * (ys[right] - ys[left]);
  }

  /** Where the function jumps, from left to right. */
  public double[] jumps() {
    double[] found = new double[xs.length];
    int count = 0;
    for (int i = 1; i < xs.length; i++) {
      if (xs[i] == xs[i - 1] && ys[i] != ys[i - 1]) {
        found[count++] = xs[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The steepest slope outside of jumps, without sign. */
  public double steepestSlope() {
    double steepest = 0;
    for (int i = 1; i < xs.length; i++) {
      if (xs[i] > xs[i - 1]) {
        steepest = Math.max(steepest, Math.abs((ys[i] - ys[i - 1]) / (xs[i] - xs[i - 1])));
      }
    }
    return steepest;
  }
}
