package dev.arduinotrader.universe.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Where a security trades, and the hours of an ordinary day there.
 *
 * @param mic ISO 10383 market identifier code, such as XNAS
 * @param zone the zone that the hours and the dates of bars are in
 * @param open when the session opens
 * @param close when the day's close is known: the end of the session with its closing auction
 */
public record Venue(String mic, ZoneId zone, LocalTime open, LocalTime close) {
  /** When the open of this day becomes known. */
  public Instant openAt(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).atTime(open).atZone(zone).toInstant();
  }

  /** When the bar of this day becomes known. */
  public Instant closeAt(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).atTime(close).atZone(zone).toInstant();
  }

  /** The date at the venue, as days since 1970-01-01. */
  public int epochDay(Instant instant) {
    return Math.toIntExact(LocalDate.ofInstant(instant, zone).toEpochDay());
  }
}
