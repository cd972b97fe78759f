package dev.arduinotrader.universe.model;

import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/** How old a rate is, counted in fixings: weekends and the ECB's holidays make no rate older. */
public final class FxAge {
  /** A rate that misses more is of no use for money decisions: its source has fallen silent. */
  public static final int FIXINGS_MISSED_MAX = 2;

  private FxAge() {}

  /**
   * How many fixings were due after a rate became known and not after an instant. Empty outside the
   * calendar.
   *
   * @param fixingDays the days on which there is a fixing
   */
  public static OptionalInt fixingsMissed(
      Instant knownAt, Instant now, ExchangeCalendar fixingDays) {
    LocalDate known = LocalDate.ofEpochDay(Fixing.lastDue(knownAt));
    LocalDate due = LocalDate.ofEpochDay(Fixing.lastDue(now));
    return fixingDays.sessionsBetween(known, due);
  }
}
