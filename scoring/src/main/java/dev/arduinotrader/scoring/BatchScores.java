package dev.arduinotrader.scoring;

import java.util.List;

/** Scores in the order asked for, and the securities that could not be scored. */
public record BatchScores(List<SecurityScore> scores, List<Unscored> unscored) {
  public BatchScores {
    scores = List.copyOf(scores);
    unscored = List.copyOf(unscored);
  }
}
