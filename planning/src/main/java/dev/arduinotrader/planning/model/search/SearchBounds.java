package dev.arduinotrader.planning.model.search;

import java.util.List;

/**
 * How much score the choices from one on can add at most: never less than what they really can, so
 * that what is bounded away cannot be better. Four bounds, and the least of them counts:
 *
 * <ol>
 *   <li>the largest gains that fit the free places, each with all that its cash could gain;
 *   <li>the same without cash, and the whole distance of the cash from its target instead;
 *   <li>the free cash spent at the largest gain per money of (1);
 *   <li>the free cash spent at the largest gain per money of (2), and the distance of the cash.
 * </ol>
 */
final class SearchBounds {
  private final SearchProblem problem;
  private final int choices;
  private final int sales;
  private final Tops gainsWithCash;
  private final Tops gainsAlone;
  private final Tops saleGainsWithCash;
  private final Tops saleGainsAlone;
  private final Tops proceeds;
  private final double[] densityWithCash;
  private final double[] densityAlone;

  SearchBounds(SearchProblem problem) {
    this.problem = problem;
    List<SearchProblem.Choice> all = problem.choices();
    choices = all.size();
    sales = (int) all.stream().filter(choice -> !choice.isBuy()).count();
    double[] lowest = lowestWeights();
    double[] withCash = new double[choices];
    double[] alone = new double[choices];
    double[] brought = new double[choices];
    densityWithCash = new double[choices + 1];
    densityAlone = new double[choices + 1];
    for (int i = choices - 1; i >= 0; i--) {
      densityWithCash[i] = densityWithCash[i + 1];
      densityAlone[i] = densityAlone[i + 1];
      for (SearchProblem.Trade trade : all.get(i).trades()) {
        double gain = trade.gain() + groupGain(trade, lowest);
        double full = gain + problem.cashFactor() * Math.abs(trade.cash());
        alone[i] = Math.max(alone[i], gain);
        withCash[i] = Math.max(withCash[i], full);
        brought[i] = Math.max(brought[i], trade.free());
        if (i >= sales && trade.free() < 0) {
          densityWithCash[i] = Math.max(densityWithCash[i], full / -trade.free());
          densityAlone[i] = Math.max(densityAlone[i], gain / -trade.free());
        }
      }
    }
    int depth = problem.depthMax();
    gainsWithCash = new Tops(withCash, choices, depth);
    gainsAlone = new Tops(alone, choices, depth);
    saleGainsWithCash = new Tops(withCash, sales, depth);
    saleGainsAlone = new Tops(alone, sales, depth);
    proceeds = new Tops(brought, sales, depth);
  }

  /** The weights of the groups after the largest sale of every choice. */
  private double[] lowestWeights() {
    double[] lowest = problem.groups().stream().mapToDouble(SearchProblem.Group::weight).toArray();
    for (SearchProblem.Choice choice : problem.choices().subList(0, sales)) {
      double largest =
          choice.trades().stream().mapToDouble(SearchProblem.Trade::weight).min().orElse(0);
      choice.trades().getFirst().groups().forEach(group -> lowest[group] += largest);
    }
    return lowest;
  }

  /**
   * The most that a trade can gain by the soft lines of its groups. A sale gives back at most what
   * its groups are beyond them now; a purchase loses at least what it would lose after every sale,
   * because a line once passed stays passed.
   */
  private double groupGain(SearchProblem.Trade trade, double[] lowest) {
    double gain = 0;
    for (int number : trade.groups()) {
      SearchProblem.Group group = problem.groups().get(number);
      gain +=
          trade.weight() < 0
              ? Math.min(-trade.weight(), group.beyond(group.weight()))
              : group.beyond(lowest[number]) - group.beyond(lowest[number] + trade.weight());
    }
    return problem.beyondFactor() * gain;
  }

  /**
   * The most that trades of this choice and later ones can add.
   *
   * @param slots how many trades may still be added
   * @param distance score lost by the present distance of the cash from its target
   * @param free cash that purchases may use
   */
  double rest(int from, int slots, double distance, double free) {
    double places = Math.min(gainsWithCash.of(from, slots), gainsAlone.of(from, slots) + distance);
    int sale = Math.min(from, sales);
    int buy = Math.max(from, sales);
    double budget = Math.max(0, free + proceeds.of(sale, slots));
    double money =
        Math.min(
            saleGainsWithCash.of(sale, slots) + budget * densityWithCash[buy],
            saleGainsAlone.of(sale, slots) + budget * densityAlone[buy] + distance);
    return Math.min(places, money);
  }

  /** Sums of the largest few values from an index on; values below zero count as zero. */
  private static final class Tops {
    private final double[][] sums;

    Tops(double[] values, int size, int depth) {
      sums = new double[size + 1][depth + 1];
      double[] largest = new double[depth];
      for (int i = size - 1; i >= 0; i--) {
        insert(largest, values[i]);
        for (int slots = 1; slots <= depth; slots++) {
          sums[i][slots] = sums[i][slots - 1] + largest[slots - 1];
        }
      }
    }

    private static void insert(double[] largest, double value) {
      double carried = value;
      for (int i = 0; i < largest.length && carried > 0; i++) {
        if (carried > largest[i]) {
          double pushed = largest[i];
          largest[i] = carried;
          carried = pushed;
        }
      }
    }

    double of(int from, int slots) {
      return sums[from][slots];
    }
  }
}
