package dev.arduinotrader.planning.model.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The best few sets in a total order: score, then fewer trades, lower cost, higher sum of
 * priorities, and the smaller numbers of trades. Scores closer than 1e-12 count as equal, so that
 * the rounding of doubles decides nothing.
 */
final class BestSets {
  private static final double GRID = 1e12;
  private static final double MARGIN = 2 / GRID;

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::scoreKey)
          .reversed()
          .thenComparing(entry -> entry.trades().size())
          .thenComparingLong(Entry::costKey)
          .thenComparing(Comparator.comparingLong(Entry::priorityKey).reversed())
          .thenComparing(Entry::trades, BestSets::compareNumbers);

  private record Entry(List<Integer> trades, double score, long costKey, long priorityKey) {
    long scoreKey() {
      return key(score);
    }
  }

  private final int keep;
  private final List<Entry> entries = new ArrayList<>();
  private double threshold = Double.NEGATIVE_INFINITY;

  BestSets(int keep) {
    this.keep = keep;
  }

  private static long key(double value) {
    return Math.round(value * GRID);
  }

  private static int compareNumbers(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = Integer.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** Sets with a score below this change nothing. */
  double threshold() {
    return threshold;
  }

  /** Takes a set whose score is not below the threshold, if it is among the best. */
  void offer(int[] chosen, int size, double score, double cost, double priority) {
    List<Integer> trades = Arrays.stream(chosen, 0, size).sorted().boxed().toList();
    Entry entry = new Entry(trades, score, key(cost / 1e6), key(priority / 1e3));
    int place = entries.size();
    while (place > 0 && ORDER.compare(entry, entries.get(place - 1)) < 0) {
      place--;
    }
    if (place == keep) {
      return;
    }
    entries.add(place, entry);
    if (entries.size() > keep) {
      entries.removeLast();
    }
    if (entries.size() == keep) {
      threshold = entries.getLast().score() - MARGIN;
    }
  }

  double bestScore() {
    return entries.getFirst().score();
  }

  List<Found> found() {
    return entries.stream().map(entry -> new Found(entry.trades(), entry.score())).toList();
  }
}
