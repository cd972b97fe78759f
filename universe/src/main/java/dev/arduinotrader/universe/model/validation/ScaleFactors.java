package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ratios by which faults put prices off: powers of ten, and the splits that are told. */
final class ScaleFactors {
  /** A fault of a told split shows up to so many bars away from it. */
  private static final int SPLIT_REACH_BARS = 15;

  /** A step towards a told split, or back, may carry an unusual move of its own. */
  private static final double LOOSE_SHARE = 0.3;

  /** Ratios up to three, and up to nearly two, are so near to crashes that they must fit better. */
  private static final double NEAR_BELOW = Math.log(3);

  private static final double NEAR_SHARE = 0.15;
  private static final double NEAREST_BELOW = Math.log(1.9);
  private static final double NEAREST_SHARE = 0.05;

  /** A told split smaller than this (as a logarithm) hides in the usual moves. */
  private static final double SPLIT_STEP_MIN = 0.15;

  /** Without a told split the rest of a step must be a usual move. */
  private static final double USUAL_MOVES = 6;

  private static final double USUAL_MIN = 0.05;
  private static final double USUAL_MAX_SHARE = 0.25;
  private static final double[] POWERS = {10, 100, 1_000, 10_000};

  private final Columns columns;
  private final List<Integer> splits = new ArrayList<>();

  /**
   * What a step looks like.
   *
   * @param factor newer price / older price if nothing but the fault had happened
   * @param split the index of the told split with this ratio; -1 for a power of ten
   */
  record Match(double factor, int split) {
    double log() {
      return Math.log(factor);
    }
  }

  ScaleFactors(Columns columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      double ratio = columns.value(RawField.SPLIT, i);
      if (ratio > 0 && ratio != 1) {
        splits.add(i);
      }
    }
  }

  /** What a step into a bar looks like; empty when it looks like nothing known. */
  Optional<Match> match(int index, double step, double noise) {
    Optional<Match> told = toldSplit(index, step, noise);
    return told.isPresent() ? told : power(step, noise);
  }

  private Optional<Match> toldSplit(int index, double step, double noise) {
    if (Math.abs(step) < Math.max(SPLIT_STEP_MIN, 4 * noise)) {
      return Optional.empty();
    }
    for (int split : splits) {
      if (Math.abs(split - index) <= SPLIT_REACH_BARS) {
        double ratio = columns.value(RawField.SPLIT, split);
        for (double factor : new double[] {ratio, 1 / ratio}) {
          double log = Math.log(factor);
          if (Math.abs(step - log) <= loose(log)) {
            return Optional.of(new Match(factor, split));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static double loose(double log) {
    double size = Math.abs(log);
    if (size < NEAREST_BELOW) {
      return size * NEAREST_SHARE;
    }
    return size * (size < NEAR_BELOW ? NEAR_SHARE : LOOSE_SHARE);
  }

  private static Optional<Match> power(double step, double noise) {
    for (double power : POWERS) {
      double factor = step > 0 ? power : 1 / power;
      if (isUsual(step - Math.log(factor), Math.log(power), noise)) {
        return Optional.of(new Match(factor, -1));
      }
    }
    return Optional.empty();
  }

  /** Whether what a factor leaves of a step is a usual move. */
  private static boolean isUsual(double rest, double log, double noise) {
    double most = Math.min(Math.max(USUAL_MIN, USUAL_MOVES * noise), USUAL_MAX_SHARE * log);
    return Math.abs(rest) <= most;
  }

  /** Whether a step may take back an earlier one, with an unusual move of its own. */
  static boolean takesBack(Match match, double step) {
    return Math.abs(step + match.log()) <= loose(match.log());
  }
}
