package dev.arduinotrader.universe;

import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.validation.Finding;
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
 * @param valuesChanged how many numbers the repair or the rejection touched
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
    int valuesChanged) {
  static PriceFinding of(String series, RawInterval interval, Finding finding) {
    return new PriceFinding(
        series,
        interval.isWithinDay() ? finding.time().toString() : finding.time().date().toString(),
        finding.field().name(),
        finite(finding.original()),
        finding.kind().name(),
        finding.action().name(),
        finite(finding.repaired()),
        finding.confidence(),
        finding.method(),
        finding.why(),
        finding.changes().size());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
