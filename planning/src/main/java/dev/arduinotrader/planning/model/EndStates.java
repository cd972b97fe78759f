package dev.arduinotrader.planning.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores whole sets of trades from the definition, apart from the search. */
final class EndStates {
  private final PortfolioState state;
  private final EndStateScore score;

  EndStates(PortfolioState state, EndStateScore score) {
    this.state = state;
    this.score = score;
  }

  double score(List<Candidate> trades) {
    double[] weights = state.assets().stream().mapToDouble(Asset::weight).toArray();
    double cash = state.cash();
    double costs = 0;
    for (Candidate trade : trades) {
      weights[trade.asset()] += trade.signedValue() / state.total();
      cash -= trade.signedValue() + trade.cost();
      costs += trade.cost();
    }
    return score.score(weights, cash / state.total(), costs / state.total());
  }

  /**
   * What the score of the trades loses without one of them. A sale takes with it the purchases that
   * it pays for, those of the least priority first.
   */
  double contribution(List<Candidate> trades, Candidate trade) {
    List<Candidate> others = new ArrayList<>(trades);
    others.remove(trade);
    while (!isPaid(others)) {
      Optional<Candidate> least =
          others.stream()
              .filter(Candidate::isBuy)
              .min(Comparator.comparingDouble(Candidate::priority));
      if (least.isEmpty()) {
        break;
      }
      others.remove(least.get());
    }
    return score(trades) - score(others);
  }

  private boolean isPaid(List<Candidate> trades) {
    double free = state.spendable() - state.reserve();
    for (Candidate trade : trades) {
      free += trade.cashAtLimit();
    }
    return free >= -1e-9 || trades.stream().noneMatch(Candidate::isBuy);
  }
}
