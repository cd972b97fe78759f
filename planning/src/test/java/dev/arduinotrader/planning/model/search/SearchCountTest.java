package dev.arduinotrader.planning.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.planning.model.search.SearchProblem.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many sets there are to look at, counted one by one. */
class SearchCountTest {
  @Test
  void scoresEverySetOfTwentyFiveCandidates() {
    SearchProblem problem = allowAll(new RandomProblems(25).next(25, 1, 5));

    assertThat(ExactSearch.runExhaustively(problem, 5).examined()).isEqualTo(68_406);
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
}
