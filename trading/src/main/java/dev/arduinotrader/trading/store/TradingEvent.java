package dev.arduinotrader.trading.store;

/** What trading's event log tells of. */
public enum TradingEvent {
  ORDER_INTENDED,
  ORDER_SENT,
  ORDER_ACCEPTED,
  ORDER_FILLED,
  ORDER_DENIED,
  ORDER_UNKNOWN,
  /** Cancelled, expired, rejected or proved absent. */
  ORDER_ENDED,
  HALTED,
  RESUMED,
  /** From here on only sales leave. */
  REDUCED,
  MODE_CHANGED,
  CASH_MOVED,
  /** A split was carried out. */
  UNITS_CHANGED,
  /** Something that should not happen: a person must look. */
  INCIDENT
}
