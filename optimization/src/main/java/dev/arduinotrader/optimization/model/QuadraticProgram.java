package dev.arduinotrader.optimization.model;

/**
 * Minimise 1/2 w'Hw - f'w over all weights w within their bounds, where H is symmetric and positive
 * definite.
 */
public final class QuadraticProgram {
  private final double[][] hessian;
  private final double[] linear;
  private final WeightBounds bounds;

  /** The program with this H and f; the arrays are kept, not copied. */
  public QuadraticProgram(double[][] hessian, double[] linear, WeightBounds bounds) {
    this.hessian = hessian;
    this.linear = linear;
    this.bounds = bounds;
  }

  /** The weights with the least variance. */
  public static QuadraticProgram minimumVariance(double[][] covariance, WeightBounds bounds) {
    return new QuadraticProgram(covariance, new double[covariance.length], bounds);
  }

  /** The weights whose difference from the wanted ones has the least variance. */
  public static QuadraticProgram projection(
      double[][] covariance, double[] wanted, WeightBounds bounds) {
    return new QuadraticProgram(covariance, Vectors.times(covariance, wanted), bounds);
  }

  double hessian(int row, int column) {
    return hessian[row][column];
  }

  double lower(int index) {
    return bounds.lower(index);
  }

  double upper(int index) {
    return bounds.upper(index);
  }

  double sum() {
    return bounds.sum();
  }

  WeightBounds bounds() {
    return bounds;
  }

  /** The slope of the objective in each weight. */
  double[] gradient(double[] weights) {
    double[] gradient = Vectors.times(hessian, weights);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= linear[i];
    }
    return gradient;
  }

  /** What slopes are measured in, so that a residual does not depend on the unit of the returns. */
  double scale() {
    double mean = Vectors.meanOfDiagonal(hessian);
    return mean > 0 ? mean : 1;
  }

  int size() {
    return linear.length;
  }
}
