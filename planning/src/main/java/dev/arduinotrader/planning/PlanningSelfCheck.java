package dev.arduinotrader.planning;

import dev.arduinotrader.planning.model.search.ExactSearch;
import dev.arduinotrader.planning.model.search.SearchProblem;
import dev.arduinotrader.planning.model.search.SearchProblem.Choice;
import dev.arduinotrader.planning.model.search.SearchProblem.Trade;
import dev.arduinotrader.planning.model.search.SearchResult;
import dev.arduinotrader.planning.model.search.SearchWatch;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.util.List;

/** Searches a small problem whose answer is known. */
final class PlanningSelfCheck {
  private PlanningSelfCheck() {}

  /** A sale pays for the better one of two purchases; both together would be too dear. */
  static ServiceHealth.Check search() {
    Trade sale = new Trade(0, 0, -0.2, 0.2, 90, 2, 1, List.of());
    Trade better = new Trade(1, 0.2, 0.1, -0.1, -100, 2, 1, List.of());
    Trade worse = new Trade(2, 0.1, 0.1, -0.1, -100, 2, 1, List.of());
    SearchProblem problem =
        new SearchProblem(
            List.of(
                new Choice(List.of(sale)), new Choice(List.of(better)), new Choice(List.of(worse))),
            3,
            0.5,
            0.1,
            0.1,
            0,
            20,
            List.of(),
            0);
    SearchResult result = ExactSearch.run(problem, 1, SearchWatch.patient());
    List<Integer> best = result.best().getFirst().trades();
    boolean right = result.proven() && best.equals(List.of(0, 1));
    return new ServiceHealth.Check(
        "search",
        right,
        right
            ? "the known best of %d sets was found".formatted(result.total())
            : "expected trades 0 and 1, found " + best);
  }
}
