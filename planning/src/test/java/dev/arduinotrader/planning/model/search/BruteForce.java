package dev.arduinotrader.planning.model.search;

import dev.arduinotrader.planning.model.search.SearchProblem.Choice;
import dev.arduinotrader.planning.model.search.SearchProblem.Group;
import dev.arduinotrader.planning.model.search.SearchProblem.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same question answered in another way: every subset of all trades as a bit mask, checked and
 * scored from the definition, all end states sorted.
 */
final class BruteForce {
  private final SearchProblem problem;
  private final List<Trade> trades = new ArrayList<>();
  private final List<Integer> choiceOf = new ArrayList<>();
  private int sets;

  BruteForce(SearchProblem problem) {
    this.problem = problem;
    for (int i = 0; i < problem.choices().size(); i++) {
      Choice choice = problem.choices().get(i);
      for (Trade trade : choice.trades()) {
        trades.add(trade);
        choiceOf.add(i);
      }
    }
  }

  /** All allowed sets, best score first. */
  List<Found> solve() {
    List<Found> all = new ArrayList<>();
    for (int mask = 0; mask < 1 << trades.size(); mask++) {
      if (Integer.bitCount(mask) <= problem.depthMax() && isExclusive(mask)) {
        sets++;
        List<Trade> chosen = chosen(mask);
        if (isAllowed(chosen)) {
          all.add(new Found(chosen.stream().map(Trade::number).toList(), score(chosen)));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Found::score).reversed());
    return all;
  }

  /** Sets up to the depth, allowed or not. */
  int sets() {
    return sets;
  }

  private boolean isExclusive(int mask) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < trades.size(); i++) {
      if ((mask >> i & 1) == 1 && !seen.add(choiceOf.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<Trade> chosen(int mask) {
    List<Trade> chosen = new ArrayList<>();
    for (int i = 0; i < trades.size(); i++) {
      if ((mask >> i & 1) == 1) {
        chosen.add(trades.get(i));
      }
    }
    return chosen;
  }

  private boolean isAllowed(List<Trade> chosen) {
    boolean buys = chosen.stream().anyMatch(trade -> trade.weight() > 0);
    double free = problem.free() + chosen.stream().mapToDouble(Trade::free).sum();
    if (buys && free < -1e-9) {
      return false;
    }
    for (int g = 0; g < problem.groups().size(); g++) {
      int group = g;
      boolean bought =
          chosen.stream().anyMatch(trade -> trade.weight() > 0 && trade.groups().contains(group));
      if (bought && weight(group, chosen) > problem.groups().get(group).limit() + 1e-9) {
        return false;
      }
    }
    return true;
  }

  private double weight(int group, List<Trade> chosen) {
    return problem.groups().get(group).weight()
        + chosen.stream()
            .filter(trade -> trade.groups().contains(group))
            .mapToDouble(Trade::weight)
            .sum();
  }

  private double score(List<Trade> chosen) {
    double cash = problem.cash() + chosen.stream().mapToDouble(Trade::cash).sum();
    double beyond = 0;
    for (int g = 0; g < problem.groups().size(); g++) {
      Group group = problem.groups().get(g);
      beyond += Math.max(0, weight(g, chosen) - group.softLine());
    }
    return problem.base()
        + chosen.stream().mapToDouble(Trade::gain).sum()
        - problem.cashFactor() * Math.abs(cash - problem.cashTarget())
        - problem.beyondFactor() * beyond;
  }
}
