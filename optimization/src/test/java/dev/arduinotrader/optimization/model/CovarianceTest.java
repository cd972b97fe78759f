package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.optimization.CovarianceEstimator;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CovarianceTest {
  @Test
  void dividesByOneLessThanTheDaysAndCountsAYear() {
    double[][] returns = {{0.01, 0.03, -0.01}, {0.02, -0.02, 0.03}};
    Covariance covariance = Covariance.of(returns, CovarianceEstimator.SAMPLE);
    assertThat(covariance.shrinkage()).isZero();
    assertThat(covariance.matrix()[0][0]).isCloseTo(0.0004 * 252, within(1e-12));
    assertThat(covariance.matrix()[1][1]).isCloseTo(0.0007 * 252, within(1e-12));
    assertThat(covariance.matrix()[0][1]).isCloseTo(-0.0005 * 252, within(1e-12));
    assertThat(covariance.matrix()[1][0]).isEqualTo(covariance.matrix()[0][1]);
  }

  /** The definition of Ledoit and Wolf, written out day by day. */
  @Test
  void shrinksByTheDefinitionOfItsAuthors() {
    double[][] returns = Fixtures.returns(new Random(1), 6, 120);
    Covariance shrunk = Covariance.of(returns, CovarianceEstimator.LEDOIT_WOLF);
    assertThat(shrunk.shrinkage()).isBetween(0.001, 0.999);
    assertThat(shrunk.shrinkage()).isCloseTo(definedShrinkage(returns), within(1e-12));
    Covariance sample = Covariance.of(returns, CovarianceEstimator.SAMPLE);
    double mean = Vectors.meanOfDiagonal(sample.matrix());
    double expected = (1 - shrunk.shrinkage()) * sample.matrix()[2][2] + shrunk.shrinkage() * mean;
    assertThat(shrunk.matrix()[2][2]).isCloseTo(expected, within(1e-15));
    assertThat(shrunk.matrix()[2][3])
        .isCloseTo((1 - shrunk.shrinkage()) * sample.matrix()[2][3], within(1e-15));
  }

  private static double definedShrinkage(double[][] returns) {
    int size = returns.length;
    int days = returns[0].length;
    double[][] x = new double[size][days];
    for (int i = 0; i < size; i++) {
      double mean = Vectors.sum(returns[i]) / days;
      for (int t = 0; t < days; t++) {
        x[i][t] = returns[i][t] - mean;
      }
    }
    double[][] s = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        s[i][j] = Vectors.dot(x[i], x[j]) / days;
      }
    }
    double mu = Vectors.meanOfDiagonal(s);
    double distance = 0;
    double error = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        distance += Math.pow(s[i][j] - (i == j ? mu : 0), 2) / size;
        for (int t = 0; t < days; t++) {
          error += Math.pow(x[i][t] * x[j][t] - s[i][j], 2) / size / days / days;
        }
      }
    }
    return Math.min(error, distance) / distance;
  }

  @Test
  void shrinksBetweenNothingAndAllAndStaysDefinite() {
    Random random = new Random(2);
    for (int round = 0; round < 50; round++) {
      int size = 1 + random.nextInt(40);
      double[][] returns = Fixtures.returns(random, size, 10 + random.nextInt(100));
      Covariance covariance = Covariance.of(returns, CovarianceEstimator.LEDOIT_WOLF);
      assertThat(covariance.shrinkage()).isBetween(0.0, 1.0);
      assertThat(covariance.isPositiveDefinite()).isTrue();
    }
  }

  @Test
  void canBeSolvedWithMoreSecuritiesThanDaysOnceRegularised() {
    double[][] returns = Fixtures.returns(new Random(3), 40, 20);
    Covariance covariance = Covariance.of(returns, CovarianceEstimator.SAMPLE);
    assertThat(covariance.isPositiveDefinite()).isFalse();
    Covariance regularised = covariance.regularised();
    assertThat(regularised.isPositiveDefinite()).isTrue();
    QuadraticProgram program =
        QuadraticProgram.minimumVariance(regularised.matrix(), Fixtures.longOnly(40));
    assertThat(ActiveSetSolver.solve(program)).isInstanceOf(QuadraticOutcome.Solved.class);
  }

  @Test
  void seesWhatIsNoCovariance() {
    assertThat(new Covariance(new double[][] {{1, 2}, {2, 1}}, 0).isPositiveDefinite()).isFalse();
    assertThat(new Covariance(new double[][] {{Double.NaN}}, 0).isPositiveDefinite()).isFalse();
  }

  @Test
  void keepsItsFactorWhileRowsComeAndGo() {
    Random random = new Random(4);
    double[][] covariance = Fixtures.random(random, 12);
    GrowingCholesky factor = new GrowingCholesky(12);
    java.util.List<Integer> present = new java.util.ArrayList<>();
    for (int round = 0; round < 300; round++) {
      int index = random.nextInt(12);
      int position = present.indexOf(index);
      if (position >= 0) {
        factor.remove(position);
        present.remove(position);
      } else {
        double[] row = present.stream().mapToDouble(i -> covariance[index][i]).toArray();
        assertThat(factor.append(row, covariance[index][index])).isTrue();
        present.add(index);
      }
      assertSolves(factor, covariance, present, random);
    }
  }

  private static void assertSolves(
      GrowingCholesky factor,
      double[][] covariance,
      java.util.List<Integer> present,
      Random random) {
    double[] expected = random.doubles(present.size()).toArray();
    double[] values = new double[present.size()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        values[i] += covariance[present.get(i)][present.get(j)] * expected[j];
      }
    }
    factor.solve(values);
    assertThat(values).containsExactly(expected, within(1e-9));
  }
}
