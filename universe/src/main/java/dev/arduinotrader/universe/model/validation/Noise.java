package dev.arduinotrader.universe.model.validation;

import java.util.Arrays;

/**
 * How much a series usually moves from one bar to the next: 1.4826 times the median of the moves
 * that are not zero, around a bar. Outliers, however large, hardly change it.
 */
final class Noise {
  private static final double NORMAL_PER_MEDIAN = 1.4826;
  private static final int BLOCK_BARS = 64;
  private static final int MOVES_MIN = 20;

  /** Below this even a quiet fund's moves are rounding. */
  private static final double FLOOR = 0.001;

  /** What is assumed of a series too short or too still to say. */
  private static final double UNKNOWN = 0.02;

  private final double[] blocks;

  /**
   * @param levels logarithms of prices; NaN where there is none
   */
  Noise(double[] levels) {
    double[] moves = new double[levels.length];
    for (int i = 1; i < moves.length; i++) {
      moves[i] = Math.abs(levels[i] - levels[i - 1]);
    }
    int few = MOVES_MIN / 2;
    double whole = typical(moves, 0, moves.length, few);
    double overall = Double.isNaN(whole) ? UNKNOWN : whole;
    blocks = new double[levels.length / BLOCK_BARS + 1];
    for (int b = 0; b < blocks.length; b++) {
      int from = Math.max(0, (b - 1) * BLOCK_BARS);
      int to = Math.min(moves.length, (b + 2) * BLOCK_BARS);
      double local = typical(moves, from, to, MOVES_MIN);
      double widest = Double.isNaN(local) ? overall : Math.max(local, 0.6 * overall);
      blocks[b] = Math.max(FLOOR, widest);
    }
  }

  private static double typical(double[] moves, int from, int to, int countMin) {
    double[] real =
        Arrays.stream(moves, from, to).filter(m -> m > 0 && m < Double.MAX_VALUE).toArray();
    if (real.length < countMin) {
      return Double.NaN;
    }
    Arrays.sort(real);
    return NORMAL_PER_MEDIAN * real[real.length / 2];
  }

  /** The usual move around a bar, as a logarithm: 0.01 is about one percent. */
  double at(int index) {
    return blocks[index / BLOCK_BARS];
  }
}
