package dev.arduinotrader.platform.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what the writer of an unknown word may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** The candidate fewest edits away, empty when all differ in a third of their letters or more. */
  static Optional<String> closest(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= editsMax(word, candidate))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  private static int editsMax(String word, String candidate) {
    return Math.max(1, Math.max(word.length(), candidate.length()) / 3);
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int distance(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int row = 0; row <= left.length(); row++) {
      for (int column = 0; column <= right.length(); column++) {
        edits[row][column] =
            row == 0 || column == 0 ? row + column : fewest(edits, left, right, row, column);
      }
    }
    return edits[left.length()][right.length()];
  }

  private static int fewest(int[][] edits, String left, String right, int row, int column) {
    boolean same = left.charAt(row - 1) == right.charAt(column - 1);
    int replaced = edits[row - 1][column - 1] + (same ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(edits[row - 1][column], edits[row][column - 1]));
    boolean swapped =
        row > 1
            && column > 1
            && left.charAt(row - 1) == right.charAt(column - 2)
            && left.charAt(row - 2) == right.charAt(column - 1);
    return swapped ? Math.min(best, edits[row - 2][column - 2] + 1) : best;
  }
}
