package dev.arduinotrader.planning.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.planning.model.search.SearchProblem.Choice;
import dev.arduinotrader.planning.model.search.SearchProblem.Group;
import dev.arduinotrader.planning.model.search.SearchProblem.Trade;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactSearchTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void findsWhatBruteForceFindsInAThousandCases() {
    for (long seed = 1; seed <= 1_000; seed++) {
      Random shape = new Random(seed);
      int choices = 2 + shape.nextInt(5);
      SearchProblem problem =
          new RandomProblems(seed).next(choices, shape.nextBoolean() ? 2 : 1, 1 + shape.nextInt(5));
      BruteForce brute = new BruteForce(problem);
      List<Found> expected = brute.solve();

      SearchResult result = ExactSearch.run(problem, 3, SearchWatch.patient());

      assertThat(result.proven()).as("seed %d", seed).isTrue();
      assertThat(result.gap()).isZero();
      assertThat(result.total()).as("seed %d", seed).isEqualTo(brute.sets());
      assertThat(result.settled()).as("seed %d", seed).isCloseTo(1, within(1e-12));
      assertThat(result.best()).hasSize(Math.min(3, expected.size()));
      for (int i = 0; i < result.best().size(); i++) {
        assertThat(result.best().get(i).score())
            .as("seed %d, place %d", seed, i)
            .isCloseTo(expected.get(i).score(), within(1e-10));
      }
      boolean clear =
          expected.size() < 2 || expected.get(0).score() - expected.get(1).score() > 1e-9;
      if (clear) {
        assertThat(result.best().getFirst().trades())
            .as("seed %d", seed)
            .isEqualTo(expected.getFirst().trades());
      }
    }
  }

  @Test
  void boundsGiveTheSameSetsAsScoringEverySet() {
    for (long seed = 1; seed <= 60; seed++) {
      SearchProblem problem = new RandomProblems(seed).next(14, 3, 5);

      SearchResult bounded = ExactSearch.run(problem, 5, SearchWatch.patient());
      SearchResult exhaustive = ExactSearch.runExhaustively(problem, 5);

      assertThat(bounded.best()).as("seed %d", seed).isEqualTo(exhaustive.best());
      assertThat(bounded.total()).isEqualTo(exhaustive.total());
      assertThat(exhaustive.settled()).isCloseTo(1, within(1e-12));
      assertThat(bounded.settled()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void countsSetsAsBinomialSums() {
    List<Choice> choices =
        IntStream.range(0, 25).mapToObj(i -> new Choice(List.of(buy(i, 0.01, 0.1)))).toList();
    // 1 + 25 + 300 + 2300 + 12650 + 53130
    assertThat(new SetCounts(choices, 5).total()).isEqualTo(68_406);
  }

  @Test
  void prefersDoingNothingWhenNothingIsBetter() {
    SearchResult result = run(problem(1_000, List.of(new Choice(List.of(buy(0, 0, 0.1))))));

    assertThat(result.best().getFirst().trades()).isEmpty();
    assertThat(result.best().getFirst().score()).isEqualTo(0.5);
  }

  @Test
  void breaksTiesByFewerTradesThenCostThenPriorityThenNumber() {
    Choice two = new Choice(List.of(trade(0, 0.02, 0.1, 4, 1)));
    Choice halfA = new Choice(List.of(trade(1, 0.01, 0.05, 1, 1)));
    Choice halfB = new Choice(List.of(trade(2, 0.01, 0.05, 1, 1)));
    assertThat(best(100, two, halfA, halfB)).containsExactly(0);

    Choice dear = new Choice(List.of(trade(0, 0.02, 0.1, 4, 9)));
    Choice cheap = new Choice(List.of(trade(1, 0.02, 0.1, 3, 1)));
    assertThat(best(150, dear, cheap)).containsExactly(1);

    Choice usual = new Choice(List.of(trade(0, 0.02, 0.1, 3, 1)));
    Choice favourite = new Choice(List.of(trade(1, 0.02, 0.1, 3, 2)));
    assertThat(best(150, usual, favourite)).containsExactly(1);

    Choice first = new Choice(List.of(trade(0, 0.02, 0.1, 3, 1)));
    Choice second = new Choice(List.of(trade(1, 0.02, 0.1, 3, 1)));
    assertThat(best(150, second, first)).containsExactly(0);
  }

  @Test
  void neverSpendsMoreThanIsFreeAndUsesWhatSalesBring() {
    Choice sale = new Choice(List.of(new Trade(0, 0, -0.1, 0.1, 95, 2, 1, List.of())));
    Choice purchase = new Choice(List.of(buy(1, 0.05, 0.1)));

    assertThat(best(90, purchase)).isEmpty();
    assertThat(best(90, sale, purchase)).containsExactly(0, 1);
  }

  @Test
  void mayAlwaysSellEvenWhenCashIsBelowTheReserve() {
    Choice sale = new Choice(List.of(new Trade(0, 0.01, -0.1, 0.1, 95, 2, 1, List.of())));

    assertThat(best(-500, sale)).containsExactly(0);
  }

  @Test
  void refusesPurchasesInAGroupThatIsBeyondItsLimitAndAllowsItsSales() {
    List<Group> groups = List.of(new Group(0.5, NEVER, 0.4));
    Trade into = new Trade(1, 0.05, 0.01, -0.01, -10, 2, 1, List.of(0));
    Trade outOf = new Trade(0, 0.01, -0.05, 0.05, 45, 2, 1, List.of(0));
    SearchProblem problem =
        new SearchProblem(
            List.of(new Choice(List.of(outOf)), new Choice(List.of(into))),
            5,
            0.5,
            0.2,
            0.2,
            0,
            1_000,
            groups,
            0);

    assertThat(run(problem).best().getFirst().trades()).containsExactly(0);
  }

  @Test
  void givesTheBestSoFarWithTheRemainingGapWhenItIsStopped() {
    SearchResult result = ExactSearch.run(hard(), 3, (examined, share) -> false);

    assertThat(result.proven()).isFalse();
    assertThat(result.examined()).isEqualTo(65_536);
    assertThat(result.gap()).isPositive();
    assertThat(result.best()).isNotEmpty();
    assertThat(result.settled()).isBetween(0.0, 1.0);
  }

  @Test
  void stopsAtItsBudgetOfSets() {
    SearchResult result = ExactSearch.run(hard(), 3, 1_000, SearchWatch.patient());

    assertThat(result.proven()).isFalse();
    assertThat(result.examined()).isEqualTo(1_000);
  }

  @Test
  void theGapOfAStoppedSearchIsNeverTooSmall() {
    for (long seed = 1; seed <= 50; seed++) {
      SearchProblem problem = new RandomProblems(seed).next(14, 3, 5);
      SearchResult whole = ExactSearch.run(problem, 3, SearchWatch.patient());

      SearchResult stopped = ExactSearch.run(problem, 3, 50, SearchWatch.patient());

      assertThat(stopped.best().getFirst().score() + stopped.gap())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(whole.best().getFirst().score() - 1e-12);
    }
  }

  /** Sixty purchases whose groups fill up only together, which the bounds cannot see. */
  private static SearchProblem hard() {
    Random random = new Random(7);
    List<Choice> choices =
        IntStream.range(0, 60)
            .mapToObj(
                i -> {
                  double weight = 0.05 + 0.05 * random.nextDouble();
                  double gain = weight * (0.3 + 0.001 * random.nextDouble());
                  return new Choice(List.of(new Trade(i, gain, weight, 0, -1, 2, 1, List.of(0))));
                })
            .toList();
    List<Group> groups = List.of(new Group(0, 0.1, NEVER));
    return new SearchProblem(choices, 5, 0.5, 0.2, 0.2, 0, 1_000, groups, 0.29);
  }

  private static List<Integer> best(double free, Choice... choices) {
    return run(problem(free, List.of(choices))).best().getFirst().trades();
  }

  private static SearchResult run(SearchProblem problem) {
    return ExactSearch.run(problem, 5, SearchWatch.patient());
  }

  /** A problem without groups in which the cash does not matter to the score. */
  private static SearchProblem problem(double free, List<Choice> choices) {
    return new SearchProblem(choices, 5, 0.5, 0.2, 0.2, 0, free, List.of(), 0);
  }

  private static Trade buy(int number, double gain, double weight) {
    return trade(number, gain, weight, 2, 1);
  }

  private static Trade trade(int number, double gain, double weight, double cost, double priority) {
    return new Trade(number, gain, weight, -weight, -weight * 1_000, cost, priority, List.of());
  }
}
