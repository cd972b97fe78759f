package dev.arduinotrader.universe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an exchange's days, in order; weekends are left out.
 *
 * @param exchange the market identifier code asked for
 * @param zone what its dates are in
 * @param knownFrom the first day that the calendar knows
 * @param knownUntil the last one
 * @param holidays weekdays without a session
 * @param unknown the dates outside the calendar, if any: nobody may count on them
 * @param nextFrom what to ask for next; null on the last page
 */
public record CalendarPage(
    String exchange,
    String name,
    ZoneId zone,
    LocalDate knownFrom,
    LocalDate knownUntil,
    List<TradingSession> sessions,
    List<Holiday> holidays,
    List<Span> unknown,
    @Nullable LocalDate nextFrom) {
  public CalendarPage {
    sessions = List.copyOf(sessions);
    holidays = List.copyOf(holidays);
    unknown = List.copyOf(unknown);
  }

  /**
   * A day of trading.
   *
   * @param breaks times without trading in between
   * @param closeKnownAt when the day's close is known, after the closing auction
   * @param shortenedBy why it ends early; null for an ordinary day
   */
  public record TradingSession(
      LocalDate date,
      Instant open,
      Instant close,
      List<Break> breaks,
      Instant closeKnownAt,
      @Nullable String shortenedBy) {
    public TradingSession {
      breaks = List.copyOf(breaks);
    }
  }

  /** A time without trading inside a session. */
  public record Break(Instant start, Instant end) {}

  /** A weekday without a session. */
  public record Holiday(LocalDate date, String name) {}

  /** Dates from one to another, both included. */
  public record Span(LocalDate from, LocalDate to) {}
}
