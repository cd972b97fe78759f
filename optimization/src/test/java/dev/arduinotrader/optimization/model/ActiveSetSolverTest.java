package dev.arduinotrader.optimization.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ActiveSetSolverTest {
  private static final Offset<Double> CLOSE = within(1e-6);

  @Test
  void givesThePublishedMinimumVarianceOfFourAssets() {
    double[] weights = minimumVariance(Fixtures.maillard(), Fixtures.longOnly(4));
    assertThat(weights).containsExactly(new double[] {0.744828, 0, 0.151724, 0.103448}, CLOSE);
    double variance = Vectors.dot(weights, Vectors.times(Fixtures.maillard(), weights));
    assertThat(Math.sqrt(variance)).isCloseTo(0.086303, CLOSE);
  }

  @Test
  void givesThePublishedMinimumVarianceOfSevenCountries() {
    double[] weights = minimumVariance(Fixtures.heLitterman(), Fixtures.longOnly(7));
    assertThat(weights)
        .containsExactly(
            new double[] {0.473585, 0.039094, 0, 0, 0.198646, 0.055444, 0.233230}, CLOSE);
  }

  @Test
  void putsWeightsExactlyOnTheirBounds() {
    double[] weights = minimumVariance(Fixtures.maillard(), Fixtures.longOnly(4));
    assertThat(weights[1]).isZero();
    double[] capped =
        minimumVariance(
            Fixtures.maillard(),
            new WeightBounds(new double[] {0, 0.1, 0, 0}, new double[] {0.3, 1, 0.3, 0.25}, 0.95));
    assertThat(capped[0]).isEqualTo(0.3);
    assertThat(Vectors.sum(capped)).isCloseTo(0.95, within(1e-15));
  }

  @Test
  void provesEverySolutionOfRandomProblems() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      int size = 1 + random.nextInt(60);
      QuadraticProgram program = randomProgram(random, size);
      QuadraticOutcome outcome = ActiveSetSolver.solve(program);
      assertThat(outcome)
          .as("seed %d round %d", seed, round)
          .isInstanceOf(QuadraticOutcome.Solved.class);
      double[] weights = ((QuadraticOutcome.Solved) outcome).weights();
      assertThat(OptimalityResidual.of(program, weights)).isLessThan(1e-10);
      for (int i = 0; i < size; i++) {
        assertThat(weights[i]).isBetween(program.lower(i), program.upper(i));
      }
    }
  }

  @Test
  void agreesWithOjAlgoOnRandomProblems() {
    Random random = new Random(4711);
    for (int round = 0; round < 200; round++) {
      int size = 2 + random.nextInt(20);
      QuadraticProgram program = randomProgram(random, size);
      double[] ours = solved(program).weights();
      double[] theirs = OjAlgoOracle.solve(program);
      assertThat(ours).as("round %d", round).containsExactly(theirs, within(1e-6));
    }
  }

  @Test
  void doesNotDependOnTheScaleOfTheCovariance() {
    Random random = new Random(5);
    double[][] covariance = Fixtures.random(random, 20);
    double[][] scaled = new double[20][];
    Arrays.setAll(scaled, i -> Arrays.stream(covariance[i]).map(x -> x * 1e-4).toArray());
    assertThat(minimumVariance(scaled, Fixtures.longOnly(20)))
        .containsExactly(minimumVariance(covariance, Fixtures.longOnly(20)), within(1e-9));
  }

  @Test
  void doesNotDependOnTheOrderOfTheSecurities() {
    Random random = new Random(6);
    double[][] covariance = Fixtures.random(random, 20);
    double[][] reversed = new double[20][20];
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        reversed[i][j] = covariance[19 - i][19 - j];
      }
    }
    double[] there = minimumVariance(covariance, Fixtures.longOnly(20));
    double[] back = minimumVariance(reversed, Fixtures.longOnly(20));
    for (int i = 0; i < 20; i++) {
      assertThat(back[19 - i]).isCloseTo(there[i], within(1e-9));
    }
  }

  @Test
  void solvesWhatHasOneSolutionOnly() {
    double[] tenths = new double[10];
    Arrays.fill(tenths, 0.1);
    double[][] covariance = Fixtures.random(new Random(7), 10);
    assertThat(minimumVariance(covariance, new WeightBounds(new double[10], tenths, 1)))
        .containsExactly(tenths, within(1e-12));
    assertThat(minimumVariance(covariance, new WeightBounds(tenths, tenths, 1)))
        .containsExactly(tenths);
    assertThat(minimumVariance(covariance, new WeightBounds(new double[10], tenths, 0)))
        .containsExactly(new double[10]);
    assertThat(minimumVariance(new double[][] {{0.04}}, Fixtures.longOnly(1))).containsExactly(1.0);
  }

  @Test
  void solvesProblemsFullOfTies() {
    int size = 40;
    double[][] equal = new double[size][size];
    for (int i = 0; i < size; i++) {
      Arrays.fill(equal[i], 0.02);
      equal[i][i] = 0.04;
    }
    double[] upper = new double[size];
    Arrays.fill(upper, 0.05);
    double[] weights = minimumVariance(equal, new WeightBounds(new double[size], upper, 1));
    for (double weight : weights) {
      assertThat(weight).isCloseTo(1.0 / size, within(1e-12));
    }
  }

  @Test
  void projectsAllowedWeightsOntoThemselves() {
    Random random = new Random(8);
    for (int round = 0; round < 50; round++) {
      int size = 2 + random.nextInt(40);
      double[][] covariance = Fixtures.random(random, size);
      WeightBounds bounds = Fixtures.randomBounds(random, size);
      double[] allowed = solved(QuadraticProgram.minimumVariance(covariance, bounds)).weights();
      double[] projected =
          solved(QuadraticProgram.projection(covariance, allowed, bounds)).weights();
      assertThat(projected).containsExactly(allowed, within(1e-10));
    }
  }

  @Test
  void saysThatNoWeightsHaveTheSum() {
    WeightBounds bounds = new WeightBounds(new double[] {0.1, 0.1}, new double[] {0.3, 0.3}, 0.7);
    assertThat(
            ActiveSetSolver.solve(
                QuadraticProgram.minimumVariance(new double[][] {{1, 0}, {0, 1}}, bounds)))
        .isEqualTo(new QuadraticOutcome.Infeasible(0.2, 0.6));
  }

  @Test
  void givesNoWeightsForACovarianceThatIsNone() {
    double[][] indefinite = {{1, -2}, {-2, 1}};
    assertThat(
            ActiveSetSolver.solve(
                QuadraticProgram.minimumVariance(indefinite, Fixtures.longOnly(2))))
        .isInstanceOf(QuadraticOutcome.NotProven.class);
  }

  @Test
  void seesWeightsThatAreNotTheBest() {
    QuadraticProgram program =
        QuadraticProgram.minimumVariance(Fixtures.maillard(), Fixtures.longOnly(4));
    assertThat(OptimalityResidual.of(program, new double[] {0.25, 0.25, 0.25, 0.25}))
        .isGreaterThan(0.1);
    assertThat(OptimalityResidual.of(program, new double[] {0.744828, 0, 0.151724, 0.103449}))
        .isGreaterThan(1e-7);
    assertThat(OptimalityResidual.of(program, new double[] {Double.NaN, 0, 0, 1})).isInfinite();
  }

  private static QuadraticProgram randomProgram(Random random, int size) {
    double[][] covariance = Fixtures.random(random, size);
    WeightBounds bounds = Fixtures.randomBounds(random, size);
    if (random.nextBoolean()) {
      return QuadraticProgram.minimumVariance(covariance, bounds);
    }
    double[] wanted = random.doubles(size).map(x -> x * 2 / size).toArray();
    return QuadraticProgram.projection(covariance, wanted, bounds);
  }

  private static double[] minimumVariance(double[][] covariance, WeightBounds bounds) {
    return solved(QuadraticProgram.minimumVariance(covariance, bounds)).weights();
  }

  private static QuadraticOutcome.Solved solved(QuadraticProgram program) {
    return (QuadraticOutcome.Solved) ActiveSetSolver.solve(program);
  }
}
