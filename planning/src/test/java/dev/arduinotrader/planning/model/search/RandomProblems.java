package dev.arduinotrader.planning.model.search;

import dev.arduinotrader.planning.model.search.SearchProblem.Choice;
import dev.arduinotrader.planning.model.search.SearchProblem.Group;
import dev.arduinotrader.planning.model.search.SearchProblem.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Search problems from a seed, shaped like real ones: gains nearly proportional to values. */
final class RandomProblems {
  private static final double TOTAL = 30_000;
  private static final double COST_WEIGHT = 10;

  private final Random random;

  RandomProblems(long seed) {
    random = new Random(seed);
  }

  SearchProblem next(int choiceCount, int levels, int depthMax) {
    int groupsEach = 1 + random.nextInt(3);
    int sales = random.nextInt(choiceCount / 2 + 1);
    List<Choice> choices = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < choiceCount; i++) {
      int count = 1 + random.nextInt(levels);
      choices.add(choice(number, count, i >= sales, groupsEach));
      number += count;
    }
    return new SearchProblem(
        choices,
        depthMax,
        random.nextDouble(),
        random.nextDouble() * 0.5,
        random.nextDouble() * 0.2,
        0.3,
        (random.nextDouble() - 0.1) * 0.4 * TOTAL,
        groups(groupsEach),
        0.075);
  }

  private Choice choice(int first, int count, boolean buy, int groupsEach) {
    double whole = 0.01 + 0.14 * random.nextDouble();
    double perWeight = 0.3 + 0.125 * (2 * random.nextDouble() - 1);
    List<Integer> groups =
        List.of(random.nextInt(groupsEach), groupsEach + random.nextInt(groupsEach));
    List<Trade> trades = new ArrayList<>();
    for (int level = 1; level <= count; level++) {
      trades.add(trade(first + level - 1, whole * level / count, perWeight, buy, groups));
    }
    return new Choice(trades);
  }

  private Trade trade(
      int number, double weight, double perWeight, boolean buy, List<Integer> groups) {
    double cost = 2 + 0.0025 * weight * TOTAL;
    double gain = perWeight * weight - COST_WEIGHT * cost / TOTAL;
    int sign = buy ? 1 : -1;
    return new Trade(
        number,
        gain,
        sign * weight,
        -sign * weight - cost / TOTAL,
        buy ? -(1.01 * weight * TOTAL + cost) : 0.99 * weight * TOTAL - cost,
        cost,
        random.nextInt(5),
        groups);
  }

  private List<Group> groups(int each) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < 2 * each; i++) {
      double limit = 0.2 + 0.4 * random.nextDouble();
      groups.add(new Group(random.nextDouble() * 0.4, 0.8 * limit, limit));
    }
    return groups;
  }
}
