package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.Isin;
import java.time.Instant;
import java.util.List;

/**
 * How good a security looks.
 *
 * @param total 0 to 1, the weighted mean of the groups that had data
 * @param coverage 0 to 1, the share of the weight that had data; the rest counted as unknown
 * @param decisionTime nothing known later went in
 * @param bars how many daily closes went in
 * @param inputsHash SHA-256 over everything that went in
 */
public record SecurityScore(
    Isin isin,
    double total,
    double coverage,
    List<GroupScore> groups,
    Instant decisionTime,
    int bars,
    String inputsHash) {
  public SecurityScore {
    groups = List.copyOf(groups);
  }
}
