package dev.arduinotrader.planning.model;

import dev.arduinotrader.planning.model.search.SearchProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns candidates into the plain numbers of the search. */
final class SearchProblems {
  private final PortfolioState state;
  private final EndStateScore score;

  SearchProblems(PortfolioState state, EndStateScore score) {
    this.state = state;
    this.score = score;
  }

  /**
   * The problem; trades are numbered in the order of ISIN and quantity. Choices with the largest
   * gains come first, so that a good set is found early and bounds away most others.
   */
  SearchProblem of(CandidateSet candidates, Targets targets) {
    List<SearchProblem.Choice> choices = new ArrayList<>();
    int number = 0;
    for (List<Candidate> levels : candidates.choices()) {
      List<SearchProblem.Trade> trades = new ArrayList<>();
      for (Candidate candidate : levels) {
        trades.add(trade(number, candidate));
        number++;
      }
      choices.add(new SearchProblem.Choice(trades));
    }
    choices.sort(
        Comparator.comparing(SearchProblems::isBuy)
            .thenComparing(choice -> -largestGain(choice))
            .thenComparing(choice -> choice.trades().getFirst().number()));
    List<SearchProblem.Group> groups = groups();
    double beyond =
        groups.stream().mapToDouble(each -> Math.max(0, each.weight() - each.softLine())).sum();
    double cash = state.cashWeight();
    double distance = EndStateScore.CLOSENESS / 2 * Math.abs(cash - targets.cash());
    return new SearchProblem(
        choices,
        state.policy().planner().depthMax(),
        score.now() + distance + EndStateScore.beyondPart(beyond),
        cash,
        targets.cash(),
        EndStateScore.CLOSENESS / 2,
        state.spendable() - state.reserve(),
        groups,
        EndStateScore.beyondPart(1));
  }

  private static boolean isBuy(SearchProblem.Choice choice) {
    return choice.trades().getFirst().weight() > 0;
  }

  private static double largestGain(SearchProblem.Choice choice) {
    return choice.trades().stream().mapToDouble(SearchProblem.Trade::gain).max().orElse(0);
  }

  private SearchProblem.Trade trade(int number, Candidate candidate) {
    Asset asset = state.assets().get(candidate.asset());
    double weight = candidate.signedValue() / state.total();
    double cost = candidate.cost() / state.total();
    double cash = -weight - cost;
    double gain =
        score.assetPart(candidate.asset(), asset.weight() + weight)
            - score.assetPart(candidate.asset(), asset.weight())
            + EndStateScore.QUALITY * EndStateScore.NEUTRAL * cash
            - EndStateScore.COSTS * cost;
    return new SearchProblem.Trade(
        number,
        gain,
        weight,
        cash,
        candidate.cashAtLimit(),
        candidate.cost(),
        candidate.priority(),
        List.of(asset.country(), state.countries().size() + asset.industry()));
  }

  private List<SearchProblem.Group> groups() {
    int countries = state.countries().size();
    double[] weights = new double[countries + state.industries().size()];
    for (Asset asset : state.assets()) {
      weights[asset.country()] += asset.weight();
      weights[countries + asset.industry()] += asset.weight();
    }
    List<SearchProblem.Group> groups = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      double limit =
          i < countries
              ? state.policy().limits().countryWeightMax()
              : state.policy().limits().industryWeightMax();
      groups.add(group(weights[i], limit));
    }
    return groups;
  }

  private static SearchProblem.Group group(double weight, double limit) {
    return limit >= 1
        ? new SearchProblem.Group(weight, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
        : new SearchProblem.Group(weight, EndStateScore.SOFT_SHARE * limit, limit);
  }
}
