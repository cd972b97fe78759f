package dev.arduinotrader.portfolio;

/** Which units a sale takes first. */
public enum LotMethod {
  /** Those that were bought first. */
  FIRST_IN_FIRST_OUT,
  /** All alike, at their average cost. */
  AVERAGE,
  /** Those that cost most a unit; units of unknown cost last. */
  HIGHEST_COST,
  /** Those that the owner names; then those that were bought first. */
  SPECIFIC
}
