package dev.arduinotrader.optimization.model;

import java.util.Arrays;
import java.util.Random;

/** Covariances for tests. */
final class Fixtures {
  /** AU, CA, FR, DE, JP, UK, US of He and Litterman (1999). */
  private static final double[] HE_LITTERMAN_VOLATILITIES = {
    0.16, 0.203, 0.248, 0.271, 0.21, 0.2, 0.187
  };

  private static final double[][] HE_LITTERMAN_CORRELATIONS = {
    {0.488, 0.478, 0.515, 0.439, 0.512, 0.491},
    {0.664, 0.655, 0.310, 0.608, 0.779},
    {0.861, 0.355, 0.783, 0.668},
    {0.354, 0.777, 0.653},
    {0.405, 0.306},
    {0.652}
  };

  private Fixtures() {}

  static double[][] heLitterman() {
    int size = HE_LITTERMAN_VOLATILITIES.length;
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      covariance[i][i] = HE_LITTERMAN_VOLATILITIES[i] * HE_LITTERMAN_VOLATILITIES[i];
      for (int j = i + 1; j < size; j++) {
        covariance[i][j] =
            HE_LITTERMAN_CORRELATIONS[i][j - i - 1]
                * HE_LITTERMAN_VOLATILITIES[i]
                * HE_LITTERMAN_VOLATILITIES[j];
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  /** The example of Maillard, Roncalli and Teiletche (2010). */
  static double[][] maillard() {
    return new double[][] {
      {0.01, 0.016, 0, 0}, {0.016, 0.04, 0, 0}, {0, 0, 0.09, -0.06}, {0, 0, -0.06, 0.16}
    };
  }

  /** Like that of shares: one common movement, several shared ones and own noise. */
  static double[][] random(Random random, int size) {
    int factors = 1 + random.nextInt(5);
    double[][] loadings = new double[size][factors];
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      Arrays.setAll(loadings[i], f -> (f == 0 ? 0.15 : 0) + 0.08 * random.nextGaussian());
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        covariance[i][j] = Vectors.dot(loadings[i], loadings[j]);
      }
      double noise = 0.05 + 0.25 * random.nextDouble();
      covariance[i][i] += noise * noise;
    }
    return covariance;
  }

  /** Bounds that some weights satisfy; about half of them bind. */
  static WeightBounds randomBounds(Random random, int size) {
    double[] lower = new double[size];
    double[] upper = new double[size];
    for (int i = 0; i < size; i++) {
      lower[i] = random.nextInt(4) == 0 ? random.nextDouble() / (2 * size) : 0;
      upper[i] = lower[i] + (random.nextInt(8) == 0 ? 0 : random.nextDouble() * 4 / size);
    }
    double sumMin = Vectors.sum(lower);
    double sumMax = Vectors.sum(upper);
    double share = random.nextInt(10) == 0 ? 1 : random.nextDouble();
    return new WeightBounds(lower, upper, sumMin + share * (sumMax - sumMin));
  }

  static WeightBounds longOnly(int size) {
    double[] upper = new double[size];
    Arrays.fill(upper, 1);
    return new WeightBounds(new double[size], upper, 1);
  }

  /** Daily returns of securities that move together, a row each. */
  static double[][] returns(Random random, int size, int days) {
    double[][] returns = new double[size][days];
    for (int t = 0; t < days; t++) {
      double market = 0.01 * random.nextGaussian();
      for (int i = 0; i < size; i++) {
        returns[i][t] = market * (0.5 + i % 7 / 6.0) + 0.01 * random.nextGaussian();
      }
    }
    return returns;
  }
}
