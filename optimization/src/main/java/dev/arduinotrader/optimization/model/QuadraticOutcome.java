package dev.arduinotrader.optimization.model;

/** How a quadratic program ended. */
public sealed interface QuadraticOutcome {
  /** The best weights, proven. */
  final class Solved implements QuadraticOutcome {
    private final double[] weights;
    private final double kktResidual;
    private final int iterations;

    Solved(double[] weights, double kktResidual, int iterations) {
      this.weights = weights;
      this.kktResidual = kktResidual;
      this.iterations = iterations;
    }

    /** In the order of the program; not a copy. */
    public double[] weights() {
      return weights;
    }

    /** See {@link OptimalityResidual}; at most {@link OptimalityResidual#PROVEN_MAX}. */
    public double kktResidual() {
      return kktResidual;
    }

    public int iterations() {
      return iterations;
    }
  }

  /** No weights have the sum: the least and the greatest possible sums are these. */
  record Infeasible(double sumMin, double sumMax) implements QuadraticOutcome {}

  /** The weights found do not satisfy the conditions, or the solver gave up. */
  record NotProven(double kktResidual, int iterations) implements QuadraticOutcome {}
}
