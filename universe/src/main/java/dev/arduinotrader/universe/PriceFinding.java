package dev.arduinotrader.universe;

import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.raw.RawTime;
import dev.arduinotrader.universe.model.validation.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a series of prices, and what was done about it.
 *
 * @param series whose prices: an ISIN or a currency pair such as EUR/USD, or a file's name
 * @param date ISO 8601: the day of the bar that shows it; within a day, its moment with the offset
 * @param field DATE, BAR, OPEN, HIGH, LOW, CLOSE, ADJUSTED_CLOSE, VOLUME, DIVIDEND or SPLIT
 * @param value the number found; null when there is none, or none that is finite
 * @param kind such as SPIKE or UNIT_ERROR; docs/price-findings.md lists all of them
 * @param action REJECTED, REPAIRED or FLAGGED
 * @param repairedValue what is kept instead; null unless repaired
 * @param confidence 0 to 1
 * @param method how it was repaired, such as "x 0.01"; empty unless repaired
 * @param why one sentence with the figures, for a person
 * @param changes every number that the repair or the rejection changed, with its original
 */
public record PriceFinding(
    String series,
    String date,
    String field,
    @Nullable Double value,
    String kind,
    String action,
    @Nullable Double repairedValue,
    double confidence,
    String method,
    String why,
    List<ChangedValue> changes) {
  public PriceFinding {
    changes = List.copyOf(changes);
  }

  /**
   * One number that was changed.
   *
   * @param date as the finding's date
   * @param field OPEN, HIGH, LOW, CLOSE, ADJUSTED_CLOSE, VOLUME, DIVIDEND or SPLIT
   * @param original null when none was there, or none that is finite
   * @param kept null when it was rejected
   */
  public record ChangedValue(
      String date, String field, @Nullable Double original, @Nullable Double kept) {}

  /** What was found with a series of bars of this length. */
  public static PriceFinding of(String series, RawInterval interval, Finding finding) {
    return new PriceFinding(
        series,
        date(finding.time(), interval),
        finding.field().name(),
        finite(finding.original()),
        finding.kind().name(),
        finding.action().name(),
        finite(finding.repaired()),
        finding.confidence(),
        finding.method(),
        finding.why(),
        finding.changes().stream()
            .map(
                change ->
                    new ChangedValue(
                        date(change.time(), interval),
                        change.field().name(),
                        finite(change.original()),
                        finite(change.repaired())))
            .toList());
  }

  private static String date(RawTime time, RawInterval interval) {
    return interval.isWithinDay() ? time.toString() : time.date().toString();
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
