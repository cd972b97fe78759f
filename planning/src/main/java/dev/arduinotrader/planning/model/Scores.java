package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.planning.PlanningReason;
import dev.arduinotrader.scoring.BatchScores;
import dev.arduinotrader.scoring.SecurityScore;
import dev.arduinotrader.scoring.Unscored;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What scoring said about the securities of a snapshot. */
public final class Scores {
  private final Map<Isin, SecurityScore> scores = new TreeMap<>();
  private final Map<Isin, String> reasons = new TreeMap<>();

  private Scores() {}

  /** The answers for all batches; ANSWER_INCONSISTENT when a score is no number from 0 to 1. */
  public static Result<Scores> of(List<BatchScores> answers) {
    Scores all = new Scores();
    for (BatchScores answer : answers) {
      for (SecurityScore score : answer.scores()) {
        if (!isShare(score.total()) || !isShare(score.coverage())) {
          return PlanningReason.ANSWER_INCONSISTENT.failure(
              "expected a score and a coverage from 0 to 1 for %s, found %s and %s"
                  .formatted(score.isin(), score.total(), score.coverage()));
        }
        all.scores.put(score.isin(), score);
      }
      for (Unscored unscored : answer.unscored()) {
        all.reasons.put(unscored.isin(), unscored.reason());
      }
    }
    return Result.success(all);
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  boolean has(Isin isin) {
    return scores.containsKey(isin);
  }

  /** 0 to 1; NaN when there is none. */
  double total(Isin isin) {
    SecurityScore score = scores.get(isin);
    return score == null ? Double.NaN : score.total();
  }

  /** 0 to 1; 0 when there is no score. */
  double coverage(Isin isin) {
    SecurityScore score = scores.get(isin);
    return score == null ? 0 : score.coverage();
  }

  /** Why there is no score. */
  String reason(Isin isin) {
    @Nullable String reason = reasons.get(isin);
    return reason == null ? "it was not scored" : reason;
  }
}
