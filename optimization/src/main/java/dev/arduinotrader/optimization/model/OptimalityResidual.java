package dev.arduinotrader.optimization.model;

/**
 * The largest violation of the Karush-Kuhn-Tucker conditions, computed from the weights alone and
 * not from what the solver believes.
 *
 * <p>With the slope g of the objective there must be one price of the sum, p, such that g = p for
 * every weight between its bounds, g >= p at a lower bound and g <= p at an upper one. Slopes are
 * counted in mean variances, weights as they are. As the program is convex, weights that satisfy
 * this exactly are the best ones there are.
 */
public final class OptimalityResidual {
  /** Weights with a residual up to this count as proven. */
  public static final double PROVEN_MAX = 1e-8;

  private OptimalityResidual() {}

  public static double of(QuadraticProgram program, double[] weights) {
    double[] gradient = program.gradient(weights);
    double feasibility = Math.abs(Vectors.sum(weights) - program.sum());
    // The price must lie above every slope that may still fall and below every one that may rise.
    double priceMin = Double.NEGATIVE_INFINITY;
    double priceMax = Double.POSITIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i];
      double outside = Math.max(program.lower(i) - weight, weight - program.upper(i));
      feasibility = Math.max(feasibility, outside);
      if (weight > program.lower(i)) {
        priceMin = Math.max(priceMin, gradient[i]);
      }
      if (weight < program.upper(i)) {
        priceMax = Math.min(priceMax, gradient[i]);
      }
    }
    // With the price in the middle, both sides are violated by half of the overlap.
    double stationarity = Math.max(0, (priceMin - priceMax) / 2) / program.scale();
    double residual = Math.max(feasibility, stationarity);
    return Double.isNaN(residual) ? Double.POSITIVE_INFINITY : residual;
  }
}
