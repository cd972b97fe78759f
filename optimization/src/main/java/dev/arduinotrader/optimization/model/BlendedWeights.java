package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.CovarianceEstimator;
import dev.arduinotrader.optimization.OptimizationParameters;
import dev.arduinotrader.optimization.OptimizationReason;
import dev.arduinotrader.optimization.TargetWeight;

/** Minimum variance, risk parity and what is between them, all within the bounds. */
final class BlendedWeights {
  private final double[] blended;
  private final double[] minimumVariance;
  private final double[] riskParity;
  private final Covariance covariance;
  private final double kktResidual;
  private final int iterations;

  private BlendedWeights(double[] blended, BlendedWeights same) {
    this.blended = blended;
    this.minimumVariance = same.minimumVariance;
    this.riskParity = same.riskParity;
    this.covariance = same.covariance;
    this.kktResidual = same.kktResidual;
    this.iterations = same.iterations;
  }

  private BlendedWeights(
      double[] blended,
      QuadraticOutcome.Solved least,
      QuadraticOutcome.Solved near,
      Covariance covariance) {
    this.blended = blended;
    this.minimumVariance = least.weights();
    this.riskParity = near.weights();
    this.covariance = covariance;
    this.kktResidual = Math.max(least.kktResidual(), near.kktResidual());
    this.iterations = least.iterations() + near.iterations();
  }

  /**
   * Computes all of them.
   *
   * @param returns one row per security
   */
  static Result<BlendedWeights> of(
      double[][] returns, WeightBounds bounds, OptimizationParameters parameters) {
    Covariance estimated = Covariance.of(returns, parameters.estimator());
    Covariance definite = estimated.regularised();
    if (!definite.isPositiveDefinite()) {
      return OptimizationReason.NOT_PROVEN.failure(
          "expected a covariance in which every portfolio has a positive variance, found one of %d securities in which some have none\nMaybe look for securities whose closes are a mixture of others'."
              .formatted(returns.length));
    }
    double[] parity = parity(returns, estimated, bounds, parameters.estimator());
    return solve(QuadraticProgram.minimumVariance(definite.matrix(), bounds))
        .then(
            least ->
                solve(QuadraticProgram.projection(definite.matrix(), parity, bounds))
                    .map(near -> blend(least, near, estimated, bounds, parameters.blend())));
  }

  private static double[] parity(
      double[][] returns,
      Covariance estimated,
      WeightBounds bounds,
      CovarianceEstimator estimator) {
    Covariance sample =
        switch (estimator) {
          case SAMPLE -> estimated;
          case LEDOIT_WOLF -> Covariance.of(returns, CovarianceEstimator.SAMPLE);
        };
    double[] parity = RiskParity.weights(sample.matrix());
    for (int i = 0; i < parity.length; i++) {
      parity[i] *= bounds.sum();
    }
    return parity;
  }

  private static Result<QuadraticOutcome.Solved> solve(QuadraticProgram program) {
    return switch (ActiveSetSolver.solve(program)) {
      case QuadraticOutcome.Solved solved -> Result.success(solved);
      case QuadraticOutcome.Infeasible(double sumMin, double sumMax) ->
          OptimizationReason.BOUNDS_INFEASIBLE.failure(
              "expected weights that sum to %.6f, found that they can sum to %.6f to %.6f only"
                  .formatted(program.sum(), sumMin, sumMax));
      case QuadraticOutcome.NotProven(double residual, int iterations) ->
          OptimizationReason.NOT_PROVEN.failure(
              "expected optimality conditions met to %s, found a violation of %s after %d iterations over %d securities\nMaybe report this: it should not happen."
                  .formatted(OptimalityResidual.PROVEN_MAX, residual, iterations, program.size()));
    };
  }

  private static BlendedWeights blend(
      QuadraticOutcome.Solved least,
      QuadraticOutcome.Solved near,
      Covariance estimated,
      WeightBounds bounds,
      double blend) {
    double[] blended = new double[least.weights().length];
    for (int i = 0; i < blended.length; i++) {
      double between = (1 - blend) * least.weights()[i] + blend * near.weights()[i];
      // Only rounding can lie outside.
      blended[i] = Math.clamp(between, bounds.lower(i), bounds.upper(i));
    }
    TinyWeights.cut(blended, bounds);
    return new BlendedWeights(blended, least, near, estimated);
  }

  /** The blended weights, one per row of the returns; not to be changed. */
  double[] blended() {
    return blended;
  }

  /** The same with other weights as its blend. */
  BlendedWeights with(double[] weights) {
    return new BlendedWeights(weights, this);
  }

  TargetWeight target(Isin isin, int position) {
    return new TargetWeight(
        isin, blended[position], minimumVariance[position], riskParity[position]);
  }

  /** Of the blended weights, a fraction. */
  double annualVolatility() {
    return Math.sqrt(covariance.variance(blended));
  }

  /** Of the covariance, 0 to 1. */
  double shrinkage() {
    return covariance.shrinkage();
  }

  /** The larger of the two proofs'. */
  double kktResidual() {
    return kktResidual;
  }

  /** Of both solutions. */
  int iterations() {
    return iterations;
  }
}
