package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;

/**
 * Which securities to score, and how.
 *
 * @param isins 1 to 2,000, each once; the answer keeps their order
 */
public record BatchScoreRequest(List<Isin> isins, ScoringParameters parameters) {
  public static final int ISINS_MAX = 2_000;

  public BatchScoreRequest {
    isins = List.copyOf(isins);
  }
}
