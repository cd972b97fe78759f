package dev.arduinotrader.universe.model.calendar;

/** Whether an exchange trades on a date. */
public enum SessionAnswer {
  YES,
  NO,
  /** The date lies outside the time that the exchange's rules were made for. */
  UNKNOWN
}
