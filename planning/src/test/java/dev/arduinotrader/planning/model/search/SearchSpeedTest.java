package dev.arduinotrader.planning.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.planning.model.search.SearchProblem.Choice;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A gate against slow searches; bench/ has the measurements. */
class SearchSpeedTest {
  private static final int ROUNDS = 31;
  private static final double MILLIS_MAX = 50;

  @Test
  void scoresEverySetOfTwentyFiveCandidatesQuickly() {
    SearchProblem problem = allowAll(new RandomProblems(25).next(25, 1, 5));

    assertThat(ExactSearch.runExhaustively(problem, 5).examined()).isEqualTo(68_406);
    assertThat(medianMillis(() -> ExactSearch.runExhaustively(problem, 5))).isLessThan(MILLIS_MAX);
  }

  @Test
  void provesTheBestOfSeventyFiveCandidatesQuickly() {
    SearchProblem problem = new RandomProblems(25).next(25, 3, 5);

    assertThat(medianMillis(() -> ExactSearch.run(problem, 5, SearchWatch.patient())))
        .isLessThan(MILLIS_MAX);
  }

  private static SearchProblem allowAll(SearchProblem problem) {
    List<Choice> choices = problem.choices();
    return new SearchProblem(
        choices,
        problem.depthMax(),
        problem.base(),
        problem.cash(),
        problem.cashTarget(),
        problem.cashFactor(),
        1e9,
        problem.groups().stream()
            .map(group -> new SearchProblem.Group(group.weight(), group.softLine(), 1e9))
            .toList(),
        problem.beyondFactor());
  }

  private static double medianMillis(Runnable search) {
    long[] nanos =
        LongStream.range(0, ROUNDS)
            .map(
                round -> {
                  long start = System.nanoTime();
                  search.run();
                  return System.nanoTime() - start;
                })
            .sorted()
            .toArray();
    return nanos[ROUNDS / 2] / 1e6;
  }
}
