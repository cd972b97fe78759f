package dev.arduinotrader.universe.model;

import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where a security trades.
 *
 * @param mic ISO 10383 market identifier code, such as XNAS
 * @param calendar its trading days and hours
 */
public record Venue(String mic, ExchangeCalendar calendar) {
  /** The zone that the dates of bars are in. */
  public ZoneId zone() {
    return calendar.zone();
  }

  /**
   * When the open of this day becomes known. A bar of a day without a session, or of one before the
   * calendar begins, counts as one of an ordinary day.
   */
  public Instant openAt(long epochDay) {
    return calendar.hoursOf(LocalDate.ofEpochDay(epochDay)).open();
  }

  /** When the bar of this day becomes known; half days end early. */
  public Instant closeAt(long epochDay) {
    return calendar.hoursOf(LocalDate.ofEpochDay(epochDay)).priceAt();
  }

  /** The date at the venue, as days since 1970-01-01. */
  public int epochDay(Instant instant) {
    return Math.toIntExact(calendar.date(instant).toEpochDay());
  }
}
