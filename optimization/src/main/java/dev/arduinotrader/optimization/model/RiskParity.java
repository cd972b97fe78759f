package dev.arduinotrader.optimization.model;

/**
 * Hierarchical risk parity (Lopez de Prado, Building diversified portfolios that outperform out of
 * sample, 2016) with single linkage on the distance sqrt((1 - correlation) / 2) itself, not on the
 * distance between its columns.
 *
 * <p>Securities stand in the order of the dendrogram's leaves; the list is halved again and again,
 * and each half gets weight in inverse proportion to the variance of its inverse-variance
 * portfolio.
 */
public final class RiskParity {
  private RiskParity() {}

  /**
   * Weights above zero that sum to 1.
   *
   * @param covariance symmetric, with a diagonal above zero
   */
  public static double[] weights(double[][] covariance) {
    int[] order = SingleLinkage.leafOrder(distances(covariance));
    double[] weights = new double[order.length];
    java.util.Arrays.fill(weights, 1);
    bisect(covariance, order, 0, order.length, weights);
    return weights;
  }

  static double[][] distances(double[][] covariance) {
    int size = covariance.length;
    double[][] distances = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double correlation = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
        // Rounding may carry the correlation of copies a hair over 1.
        distances[i][j] = Math.sqrt(Math.max(0, (1 - correlation) / 2));
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  private static void bisect(
      double[][] covariance, int[] order, int from, int to, double[] weights) {
    if (to - from < 2) {
      return;
    }
    int middle = from + (to - from) / 2;
    double left = clusterVariance(covariance, order, from, middle);
    double right = clusterVariance(covariance, order, middle, to);
    double leftShare = 1 - left / (left + right);
    for (int i = from; i < to; i++) {
      weights[order[i]] *= i < middle ? leftShare : 1 - leftShare;
    }
    bisect(covariance, order, from, middle, weights);
    bisect(covariance, order, middle, to, weights);
  }

  private static double clusterVariance(double[][] covariance, int[] order, int from, int to) {
    double[] inverses = new double[to - from];
    for (int i = from; i < to; i++) {
      inverses[i - from] = 1 / covariance[order[i]][order[i]];
    }
    double total = Vectors.sum(inverses);
    double variance = 0;
    for (int i = from; i < to; i++) {
      for (int j = from; j < to; j++) {
        variance += inverses[i - from] * inverses[j - from] * covariance[order[i]][order[j]];
      }
    }
    return variance / (total * total);
  }
}
