package dev.arduinotrader.optimization.model;

import dev.arduinotrader.optimization.CovarianceEstimator;

/** How returns vary together in a year of 252 trading days. */
public final class Covariance {
  private static final double TRADING_DAYS_PER_YEAR = 252;

  /** Added to the diagonal as a share of its mean: keeps copies of one security apart. */
  private static final double RIDGE_SHARE = 1e-9;

  private final double[][] matrix;
  private final double shrinkage;

  Covariance(double[][] matrix, double shrinkage) {
    this.matrix = matrix;
    this.shrinkage = shrinkage;
  }

  /** Symmetric, in fractions squared; not a copy. */
  public double[][] matrix() {
    return matrix;
  }

  /** How far it was pulled towards a scaled identity, 0 to 1. */
  public double shrinkage() {
    return shrinkage;
  }

  /**
   * The covariance of daily returns.
   *
   * @param returns one row per security, all of one length of at least 2
   */
  public static Covariance of(double[][] returns, CovarianceEstimator estimator) {
    double[][] centred = centred(returns);
    double[][] sample = sample(centred);
    return switch (estimator) {
      case SAMPLE -> new Covariance(sample, 0);
      case LEDOIT_WOLF -> shrunk(sample, shrinkage(centred, sample));
    };
  }

  /**
   * The same with a diagonal greater by a billionth of its mean, so that also the covariance of
   * copies of one security, or of more securities than days, has one best solution.
   */
  public Covariance regularised() {
    double ridge = RIDGE_SHARE * Vectors.meanOfDiagonal(matrix);
    double[][] raised = new double[matrix.length][];
    for (int i = 0; i < raised.length; i++) {
      raised[i] = matrix[i].clone();
      raised[i][i] += ridge;
    }
    return new Covariance(raised, shrinkage);
  }

  /** Whether every portfolio has a positive variance, beyond rounding. */
  public boolean isPositiveDefinite() {
    return GrowingCholesky.isPositiveDefinite(matrix);
  }

  /** The variance of these weights, not below 0. */
  public double variance(double[] weights) {
    return Math.max(0, Vectors.dot(weights, Vectors.times(matrix, weights)));
  }

  private static double[][] centred(double[][] returns) {
    double[][] centred = new double[returns.length][];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = returns[i].clone();
      double mean = Vectors.sum(centred[i]) / centred[i].length;
      for (int t = 0; t < centred[i].length; t++) {
        centred[i][t] -= mean;
      }
    }
    return centred;
  }

  private static double[][] sample(double[][] centred) {
    int size = centred.length;
    double factor = TRADING_DAYS_PER_YEAR / (centred[0].length - 1);
    double[][] sample = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        sample[i][j] = Vectors.dot(centred[i], centred[j]) * factor;
        sample[j][i] = sample[i][j];
      }
    }
    return sample;
  }

  /**
   * The best intensity of Ledoit and Wolf, A well-conditioned estimator for large-dimensional
   * covariance matrices (2004), with their moments divided by n: the mean squared error of the
   * sample over its squared distance from the scaled identity.
   */
  private static double shrinkage(double[][] centred, double[][] sample) {
    int days = centred[0].length;
    // From annual covariances divided by n - 1 to daily ones divided by n.
    double perDay = (days - 1) / (days * TRADING_DAYS_PER_YEAR);
    double mean = Vectors.meanOfDiagonal(sample) * perDay;
    double squares = 0;
    double distance = 0;
    for (int i = 0; i < sample.length; i++) {
      for (int j = 0; j < sample.length; j++) {
        double value = sample[i][j] * perDay;
        double off = i == j ? value - mean : value;
        squares += value * value;
        distance += off * off;
      }
    }
    double error = (fourthMoments(centred) / days - squares) / days;
    return distance > 0 ? Math.clamp(error / distance, 0.0, 1.0) : 0;
  }

  /** The sum over days of the squared sum over securities of squared returns. */
  private static double fourthMoments(double[][] centred) {
    double sum = 0;
    for (int t = 0; t < centred[0].length; t++) {
      double length = 0;
      for (double[] row : centred) {
        length += row[t] * row[t];
      }
      sum += length * length;
    }
    return sum;
  }

  private static Covariance shrunk(double[][] sample, double shrinkage) {
    double target = shrinkage * Vectors.meanOfDiagonal(sample);
    double[][] matrix = new double[sample.length][sample.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = (1 - shrinkage) * sample[i][j] + (i == j ? target : 0);
      }
    }
    return new Covariance(matrix, shrinkage);
  }
}
