package dev.arduinotrader.scoring;

import java.util.List;

/**
 * One group of a score, such as long_term.
 *
 * @param weight its relative weight
 * @param score 0 to 1 over the parts that had data; NaN never: a group without data is left out
 * @param coverage 0 to 1, the share of its parts' weight that had data
 */
public record GroupScore(
    String name, double weight, double score, double coverage, List<PartScore> parts) {
  public GroupScore {
    parts = List.copyOf(parts);
  }
}
