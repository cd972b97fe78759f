package dev.arduinotrader.planning.model;

import dev.arduinotrader.planning.Alternative;
import dev.arduinotrader.planning.model.search.Found;
import java.util.ArrayList;
import java.util.List;

/** The next best sets and why they lost. */
final class Alternatives {
  /** More would not be read. */
  static final int COUNT = 4;

  /** Smaller differences of score count as none. */
  private static final double EQUAL = 1e-9;

  private final PortfolioState state;
  private final double scoreNow;

  Alternatives(PortfolioState state, double scoreNow) {
    this.state = state;
    this.scoreNow = scoreNow;
  }

  /**
   * What lost against the chosen set.
   *
   * @param best all good sets that the search kept, best first
   * @param chosen the set that won
   * @param candidates the trades by their numbers
   */
  List<Alternative> of(List<Found> best, Found chosen, List<Candidate> candidates) {
    List<Alternative> all = new ArrayList<>();
    boolean nothing = chosen.trades().isEmpty();
    for (Found found : best) {
      if (all.size() < COUNT && !found.trades().equals(chosen.trades())) {
        nothing |= found.trades().isEmpty();
        all.add(alternative(found, chosen, candidates));
      }
    }
    if (!nothing) {
      all.add(alternative(new Found(List.of(), scoreNow), chosen, candidates));
    }
    return all;
  }

  private Alternative alternative(Found found, Found chosen, List<Candidate> candidates) {
    List<String> trades =
        PlanSteps.ordered(found.trades().stream().map(candidates::get).toList()).stream()
            .map(this::text)
            .toList();
    return new Alternative(trades, found.score(), whyNot(found, chosen));
  }

  private String text(Candidate trade) {
    Asset asset = state.assets().get(trade.asset());
    return trade.side() + " " + trade.quantity() + " " + asset.symbol();
  }

  private String whyNot(Found found, Found chosen) {
    double less = chosen.score() - found.score();
    if (less < -EQUAL) {
      return "it raises the score by %s, the policy asks for more than %s"
          .formatted(Texts.score(-less), Texts.score(state.policy().planner().improvementMin()));
    }
    return less <= EQUAL
        ? "the same score, but more trades, higher costs or lower priority"
        : "it scores %s less (%s against %s)"
            .formatted(Texts.score(less), Texts.score(found.score()), Texts.score(chosen.score()));
  }
}
