package dev.arduinotrader.universe.model.validation;

import java.time.LocalDate;

/** What the checks need to know of an exchange's calendar. */
@FunctionalInterface
public interface Sessions {
  /** What a calendar says of a day. */
  enum Day {
    OPEN,
    CLOSED,
    UNKNOWN
  }

  /** Whether the exchange trades on a day of its own; UNKNOWN outside what the calendar covers. */
  Day on(LocalDate date);

  /** A calendar that knows nothing: no gap is ever found. */
  static Sessions unknown() {
    return date -> Day.UNKNOWN;
  }
}
