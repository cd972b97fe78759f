package dev.arduinotrader.planning.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

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
   * it pays or makes room for, those of the least priority first.
   */
  double contribution(List<Candidate> trades, Candidate trade) {
    List<Candidate> others = new ArrayList<>(trades);
    others.remove(trade);
    while (!(isPaid(others) && hasRoom(others))) {
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

  private boolean hasRoom(List<Candidate> trades) {
    return hasRoom(trades, Asset::country, state.policy().limits().countryWeightMax())
        && hasRoom(trades, Asset::industry, state.policy().limits().industryWeightMax());
  }

  /** Whether no purchase is in a group above its limit. */
  private boolean hasRoom(List<Candidate> trades, ToIntFunction<Asset> group, double limit) {
    if (limit >= 1) {
      return true;
    }
    Map<Integer, Double> weights = new TreeMap<>();
    for (Asset asset : state.assets()) {
      weights.merge(group.applyAsInt(asset), asset.weight(), Double::sum);
    }
    Set<Integer> bought = new TreeSet<>();
    for (Candidate trade : trades) {
      int number = group.applyAsInt(state.assets().get(trade.asset()));
      weights.merge(number, trade.signedValue() / state.total(), Double::sum);
      if (trade.isBuy()) {
        bought.add(number);
      }
    }
    return bought.stream().allMatch(number -> weights.getOrDefault(number, 0.0) <= limit + 1e-9);
  }
}
