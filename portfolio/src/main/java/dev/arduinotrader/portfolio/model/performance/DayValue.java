package dev.arduinotrader.portfolio.model.performance;

import java.time.LocalDate;

/**
 * An account at the end of a day, in its base currency.
 *
 * @param value cash and positions, the day's flow included; finite
 * @param flow what came in from outside that day less what went out, finite; it works from the next
 *     day on
 */
public record DayValue(LocalDate date, double value, double flow) {
  public DayValue {
    if (!Double.isFinite(value) || !Double.isFinite(flow)) {
      throw new IllegalArgumentException(
          "expected a finite value and flow on %s, found %s and %s".formatted(date, value, flow));
    }
  }
}
