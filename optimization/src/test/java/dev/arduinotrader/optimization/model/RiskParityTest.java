package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiskParityTest {
  @Test
  void givesThePublishedWeightsOfSevenCountries() {
    assertThat(RiskParity.weights(Fixtures.heLitterman()))
        .containsExactly(
            new double[] {0.250894, 0.110301, 0.070672, 0.059185, 0.218394, 0.160572, 0.129983},
            within(1e-6));
  }

  @Test
  void ordersTheLeavesAsPublished() {
    int[] order = SingleLinkage.leafOrder(RiskParity.distances(Fixtures.heLitterman()));
    String[] names = {"AU", "CA", "FR", "DE", "JP", "UK", "US"};
    assertThat(Arrays.stream(order).mapToObj(i -> names[i]))
        .containsExactly("JP", "AU", "UK", "FR", "DE", "CA", "US");
  }

  @Test
  void givesPositiveWeightsThatSumToOne() {
    Random random = new Random(11);
    for (int round = 0; round < 100; round++) {
      double[] weights = RiskParity.weights(Fixtures.random(random, 1 + random.nextInt(50)));
      assertThat(Vectors.sum(weights)).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(weights)).allMatch(weight -> weight > 0);
    }
  }

  @Test
  void splitsCopiesOfOneSecurityEqually() {
    double[][] copies = new double[4][4];
    for (double[] row : copies) {
      Arrays.fill(row, 0.04);
    }
    assertThat(RiskParity.weights(copies))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
  }

  @Test
  void doesNotDependOnTheScaleOfTheCovariance() {
    double[][] covariance = Fixtures.random(new Random(12), 30);
    double[][] scaled = new double[30][];
    Arrays.setAll(scaled, i -> Arrays.stream(covariance[i]).map(x -> x * 1024).toArray());
    assertThat(RiskParity.weights(scaled))
        .containsExactly(RiskParity.weights(covariance), within(1e-12));
  }
}
