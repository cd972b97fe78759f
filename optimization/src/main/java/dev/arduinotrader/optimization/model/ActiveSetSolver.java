package dev.arduinotrader.optimization.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Solves {@link QuadraticProgram}s exactly, with the primal active set method (Nocedal and Wright,
 * Numerical Optimization, section 16.5).
 *
 * <p>A weight is either free or held at a bound. Each round finds the best weights over the free
 * ones, walks there until a bound stops it and holds that weight, or, having arrived, frees the
 * weight that promises most. The objective never rises and no set of free weights comes twice. The
 * factor of the free part is kept up to date rather than computed anew.
 */
public final class ActiveSetSolver {
  private static final int ROUNDS_PER_WEIGHT_MAX = 50;
  private static final int ROUNDS_MIN = 100;

  /** A promise below this many mean variances is rounding. */
  private static final double PROMISE_MIN = 1e-12;

  /** A step shorter than this is rounding. */
  private static final double STANDING = 1e-15;

  private static final int NONE = -1;

  private final QuadraticProgram program;
  private final double promiseMin;
  private final double[] weights;
  private final int[] free;
  private final boolean[] isFree;
  private final GrowingCholesky factor;
  private final double[] direction;
  private double[] gradient;
  private double price;
  private int stalledRounds;

  private ActiveSetSolver(QuadraticProgram program) {
    int size = program.size();
    this.program = program;
    this.promiseMin = PROMISE_MIN * program.scale();
    this.weights = new double[size];
    this.free = new int[size];
    this.isFree = new boolean[size];
    this.factor = new GrowingCholesky(size);
    this.direction = new double[size];
    this.gradient = new double[size];
  }

  /** The best weights with the proof, or why there are none. */
  public static QuadraticOutcome solve(QuadraticProgram program) {
    double sumMin = program.bounds().sumOfLower();
    double sumMax = program.bounds().sumOfUpper();
    if (!(program.sum() >= sumMin - WeightBounds.SUM_TOLERANCE
        && program.sum() <= sumMax + WeightBounds.SUM_TOLERANCE)) {
      return new QuadraticOutcome.Infeasible(sumMin, sumMax);
    }
    return new ActiveSetSolver(program).run();
  }

  private QuadraticOutcome run() {
    int roundsMax = ROUNDS_MIN + ROUNDS_PER_WEIGHT_MAX * program.size();
    int rounds = 0;
    boolean going = start();
    while (going && rounds < roundsMax) {
      rounds++;
      findDirection();
      int stopped = walk();
      if (stopped == NONE) {
        gradient = program.gradient(weights);
        int promising = mostPromising();
        going = promising != NONE && release(promising);
      } else {
        hold(stopped);
      }
    }
    polish();
    double residual = OptimalityResidual.of(program, weights);
    return residual <= OptimalityResidual.PROVEN_MAX
        ? new QuadraticOutcome.Solved(weights, residual, rounds)
        : new QuadraticOutcome.NotProven(residual, rounds);
  }

  /** Raises the weights of least variance first; the last one raised is free. */
  private boolean start() {
    Arrays.setAll(weights, program::lower);
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted((a, b) -> Double.compare(program.hessian(a, a), program.hessian(b, b)))
            .mapToInt(Integer::intValue)
            .toArray();
    double left = program.sum() - Vectors.sum(weights);
    int last = NONE;
    for (int i : order) {
      double room = program.upper(i) - program.lower(i);
      if (room > 0 && (last == NONE || left > 0)) {
        double added = Math.clamp(left, 0, room);
        weights[i] = added == room ? program.upper(i) : weights[i] + added;
        left -= added;
        last = i;
      }
    }
    return last != NONE && release(last);
  }

  private boolean release(int index) {
    int count = factor.size();
    double[] row = new double[count];
    for (int i = 0; i < count; i++) {
      row[i] = program.hessian(index, free[i]);
    }
    if (!factor.append(row, program.hessian(index, index))) {
      return false;
    }
    free[count] = index;
    isFree[index] = true;
    return true;
  }

  private void hold(int position) {
    isFree[free[position]] = false;
    factor.remove(position);
    System.arraycopy(free, position + 1, free, position, factor.size() - position);
  }

  /** The step to the best weights over the free ones, and the price of the sum there. */
  private void findDirection() {
    gradient = program.gradient(weights);
    int count = factor.size();
    double[] slopes = new double[count];
    double[] ones = new double[count];
    for (int i = 0; i < count; i++) {
      slopes[i] = gradient[free[i]];
      ones[i] = 1;
    }
    factor.solve(slopes);
    factor.solve(ones);
    double missing = program.sum() - Vectors.sum(weights);
    price = (Vectors.sum(slopes) + missing) / Vectors.sum(ones);
    for (int i = 0; i < count; i++) {
      direction[i] = price * ones[i] - slopes[i];
    }
  }

  /** Walks until the end or the first bound; gives the position of the weight that stopped it. */
  private int walk() {
    double length = 1;
    int stopped = NONE;
    // A single free weight is given by the sum: it cannot move, and it must stay free.
    int count = factor.size() > 1 ? factor.size() : 0;
    for (int i = 0; i < count; i++) {
      double limit = lengthUntilBound(i);
      boolean earlier = limit < length;
      if (earlier || (limit == length && stopped != NONE && free[i] < free[stopped])) {
        length = limit;
        stopped = i;
      }
    }
    for (int i = 0; i < count; i++) {
      weights[free[i]] += length * direction[i];
    }
    if (stopped != NONE) {
      int index = free[stopped];
      weights[index] = direction[stopped] < 0 ? program.lower(index) : program.upper(index);
    }
    stalledRounds = moved(count, length) ? 0 : stalledRounds + 1;
    return stopped;
  }

  private boolean moved(int count, double length) {
    for (int i = 0; i < count; i++) {
      if (length * Math.abs(direction[i]) > STANDING) {
        return true;
      }
    }
    return false;
  }

  private double lengthUntilBound(int position) {
    int index = free[position];
    double step = direction[position];
    if (step < 0) {
      return Math.max(0, (program.lower(index) - weights[index]) / step);
    }
    return step > 0
        ? Math.max(0, (program.upper(index) - weights[index]) / step)
        : Double.POSITIVE_INFINITY;
  }

  /**
   * The held weight whose release lowers the objective most per step. After many rounds on the spot
   * the first one of them, which cannot go round in circles (Bland's rule).
   */
  private int mostPromising() {
    boolean first = stalledRounds > 2 * weights.length;
    double best = promiseMin;
    int found = NONE;
    for (int i = 0; i < weights.length; i++) {
      double promise = promise(i);
      if (promise > best && (found == NONE || !first)) {
        best = promise;
        found = i;
      }
    }
    return found;
  }

  private double promise(int index) {
    boolean fixed = program.lower(index) == program.upper(index);
    if (isFree[index] || fixed) {
      return 0;
    }
    double gain = price - gradient[index];
    return weights[index] == program.lower(index) ? gain : -gain;
  }

  /** One more step over the free weights takes away the rounding of all those before. */
  private void polish() {
    if (factor.size() > 1) {
      findDirection();
      for (int i = 0; i < factor.size(); i++) {
        int index = free[i];
        weights[index] =
            Math.clamp(weights[index] + direction[i], program.lower(index), program.upper(index));
      }
    }
  }
}
