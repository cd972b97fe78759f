package dev.arduinotrader.universe.model.raw;

/** How long one bar of a source lasts. */
public enum RawInterval {
  MINUTE,
  FIVE_MINUTES,
  QUARTER_HOUR,
  HALF_HOUR,
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /** Whether several bars fall on one day. */
  public boolean isWithinDay() {
    return compareTo(DAY) < 0;
  }
}
