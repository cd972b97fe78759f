package dev.arduinotrader.planning.model.search;

import java.util.List;

/** How many sets there are from a choice on, known before the search; sums of binomials. */
final class SetCounts {
  private final double[][] counts;

  SetCounts(List<SearchProblem.Choice> choices, int depthMax) {
    int size = choices.size();
    counts = new double[size + 1][depthMax + 1];
    for (int slots = 0; slots <= depthMax; slots++) {
      counts[size][slots] = 1;
    }
    for (int i = size - 1; i >= 0; i--) {
      int trades = choices.get(i).trades().size();
      counts[i][0] = 1;
      for (int slots = 1; slots <= depthMax; slots++) {
        counts[i][slots] = counts[i + 1][slots] + trades * counts[i + 1][slots - 1];
      }
    }
  }

  /** Sets of at most so many trades of this choice and all later ones, the empty set included. */
  double from(int choice, int slots) {
    return counts[choice][slots];
  }

  double total() {
    return counts[0][counts[0].length - 1];
  }
}
