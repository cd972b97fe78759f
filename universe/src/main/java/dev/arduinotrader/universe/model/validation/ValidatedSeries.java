package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawInterval;
import java.util.List;

/**
 * The bars that may be stored, oldest first, each time once, each with a close above zero.
 *
 * @param findings in the order of time
 */
public record ValidatedSeries(RawInterval interval, List<Row> rows, List<Finding> findings) {
  public ValidatedSeries {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /**
   * One bar that may be stored.
   *
   * @param source its position among the rows that the source gave, from 0
   */
  public record Row(int source, RawBar bar) {}

  /** How many findings led to this action. */
  public long count(FindingAction action) {
    return findings.stream().filter(finding -> finding.action() == action).count();
  }
}
