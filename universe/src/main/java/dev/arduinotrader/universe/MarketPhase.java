package dev.arduinotrader.universe;

/** Whether there is trading at an exchange. */
public enum MarketPhase {
  OPEN,
  /** Between the morning and the afternoon of a session. */
  LUNCH_BREAK,
  CLOSED,
  /** Outside the time that the exchange's calendar was made for: no order may leave. */
  UNKNOWN
}
