package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.optimization.GroupWeight;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupTiltTest {
  private static final WeightBounds FREE = bounds(4, 0, 1);

  private static WeightBounds bounds(int size, double lower, double upper) {
    double[] least = new double[size];
    double[] most = new double[size];
    Arrays.fill(least, lower);
    Arrays.fill(most, upper);
    return new WeightBounds(least, most, 0.9);
  }

  private static List<Isin> isins(int size) {
    return IntStream.range(0, size).mapToObj(i -> Isin.privateCode("XTST", "S" + i)).toList();
  }

  private static GroupWeight group(String name, double weight, int... members) {
    List<Isin> all = isins(100);
    return new GroupWeight(name, Arrays.stream(members).mapToObj(all::get).toList(), weight);
  }

  @Test
  void keepsTheProportionsWithinAGroupAndOutsideOfIt() {
    double[] weights = {0.1, 0.2, 0.4, 0.2};
    GroupTilt tilt = GroupTilt.of(isins(4), weights, FREE, List.of(group("Europe", 0.6, 0, 1)));
    assertThat(tilt.weights()).containsExactly(new double[] {0.2, 0.4, 0.2, 0.1}, within(1e-9));
    assertThat(tilt.note()).isEmpty();
  }

  @Test
  void withoutGroupsNothingMoves() {
    double[] weights = {0.1, 0.2, 0.4, 0.2};
    assertThat(GroupTilt.of(isins(4), weights, FREE, List.of()).weights()).isEqualTo(weights);
  }

  @Test
  void meetsGroupsThatOverlap() {
    double[] weights = {0.2, 0.2, 0.2, 0.3};
    List<GroupWeight> groups = List.of(group("Europe", 0.5, 0, 1), group("Energy", 0.4, 1, 2));
    double[] tilted = GroupTilt.of(isins(4), weights, FREE, groups).weights();
    assertThat(tilted[0] + tilted[1]).isEqualTo(0.5, within(1e-6));
    assertThat(tilted[1] + tilted[2]).isEqualTo(0.4, within(1e-6));
    assertThat(Vectors.sum(tilted)).isEqualTo(0.9, within(1e-9));
  }

  @Test
  void growsAGroupOfWhichNothingWasWanted() {
    double[] weights = {0, 0, 0.5, 0.4};
    double[] tilted =
        GroupTilt.of(isins(4), weights, FREE, List.of(group("Asia", 0.3, 0, 1))).weights();
    assertThat(tilted[0]).isEqualTo(0.15, within(1e-6));
    assertThat(tilted[1]).isEqualTo(0.15, within(1e-6));
  }

  @Test
  void saysWhichGroupCannotBeMetAndGoesAsFarAsItCan() {
    double[] weights = {0.2, 0.2, 0.2, 0.3};
    GroupTilt tilt =
        GroupTilt.of(isins(4), weights, bounds(4, 0, 0.3), List.of(group("Europe", 0.5, 0)));
    assertThat(tilt.weights()[0]).isEqualTo(0.3, within(1e-9));
    assertThat(tilt.note()).startsWith("group Europe can get 30.0 % instead of 50.0 %");
    GroupTilt nobody = GroupTilt.of(isins(4), weights, FREE, List.of(group("Mars", 0.5, 99)));
    assertThat(nobody.weights()).containsExactly(weights, within(1e-9));
    assertThat(nobody.note()).startsWith("group Mars can get 0.0 % instead of 50.0 %");
  }

  @Test
  void neverLeavesTheBoundsNorTheSum() {
    long seed = 20_261_123;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int size = 2 + random.nextInt(20);
      WeightBounds bounds = Fixtures.randomBounds(random, size);
      double[] weights = allowed(bounds, size);
      List<GroupWeight> groups =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(
                  i ->
                      group(
                          "g" + i,
                          random.nextDouble(),
                          random.ints(1 + random.nextInt(size), 0, size).distinct().toArray()))
              .toList();
      double[] tilted = GroupTilt.of(isins(size), weights, bounds, groups).weights();
      assertThat(Vectors.sum(tilted))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(bounds.sum(), within(1e-6));
      for (int i = 0; i < size; i++) {
        assertThat(tilted[i])
            .as("seed %d, round %d, weight %d", seed, round, i)
            .isBetween(bounds.lower(i) - 1e-9, bounds.upper(i) + 1e-9);
      }
    }
  }

  /** All at the same share of the way from their least to their most. */
  private static double[] allowed(WeightBounds bounds, int size) {
    double share =
        (bounds.sum() - bounds.sumOfLower())
            / Math.max(1e-12, bounds.sumOfUpper() - bounds.sumOfLower());
    return IntStream.range(0, size)
        .mapToDouble(i -> bounds.lower(i) + share * (bounds.upper(i) - bounds.lower(i)))
        .toArray();
  }
}
