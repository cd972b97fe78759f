package dev.arduinotrader.planning.model.search;

import java.util.List;

/**
 * A search over sets of trades in plain numbers. All weights are shares of one constant total.
 *
 * <p>The score of a set is {@code base + sum of gains - cashFactor * |cash - cashTarget| -
 * beyondFactor * (weight beyond the soft lines)}. A set is allowed when purchases leave at least
 * {@code 0} of the free cash in the worst case and no group above its limit; sales are always
 * allowed. Trades of one choice exclude each other.
 *
 * @param choices what excludes each other, all sales before all purchases
 * @param depthMax trades in one set at most
 * @param base the part of the score that no trade changes
 * @param cash weight before trading
 * @param cashTarget weight that cash should have
 * @param cashFactor score per weight of distance from it
 * @param free cash that purchases may use, in money
 * @param groups weights and limits of all groups
 * @param beyondFactor score per weight beyond a soft line
 */
public record SearchProblem(
    List<Choice> choices,
    int depthMax,
    double base,
    double cash,
    double cashTarget,
    double cashFactor,
    double free,
    List<Group> groups,
    double beyondFactor) {

  public SearchProblem {
    choices = List.copyOf(choices);
    groups = List.copyOf(groups);
    boolean buying = false;
    for (Choice choice : choices) {
      if (buying && !choice.isBuy()) {
        throw new IllegalArgumentException("expected all sales before all purchases");
      }
      buying = choice.isBuy();
    }
  }

  /** Trades of one security, of which at most one is made. */
  public record Choice(List<Trade> trades) {
    public Choice {
      trades = List.copyOf(trades);
      if (trades.isEmpty()) {
        throw new IllegalArgumentException("expected at least one trade in a choice");
      }
    }

    boolean isBuy() {
      return trades.getFirst().weight() > 0;
    }
  }

  /**
   * One trade.
   *
   * @param number its own number, by which results name it; smaller wins the last tie
   * @param gain of score, without the distance of the cash and the groups
   * @param weight added to its groups: above 0 for a purchase, below 0 for a sale
   * @param cash weight added to the cash, costs included
   * @param free money added to the free cash in the worst case
   * @param cost in money
   * @param priority breaks ties
   * @param groups the numbers of the groups it belongs to, each once
   */
  public record Trade(
      int number,
      double gain,
      double weight,
      double cash,
      double free,
      double cost,
      double priority,
      List<Integer> groups) {
    public Trade {
      groups = List.copyOf(groups);
    }
  }

  /**
   * One group, such as a country.
   *
   * @param weight before trading
   * @param softLine weight from which on score is lost; infinite for none
   * @param limit weight that no purchase may exceed
   */
  public record Group(double weight, double softLine, double limit) {
    double beyond(double value) {
      return Math.max(0, value - softLine);
    }
  }
}
