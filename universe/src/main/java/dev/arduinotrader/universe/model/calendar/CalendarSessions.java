package dev.arduinotrader.universe.model.calendar;

import dev.arduinotrader.universe.model.validation.Sessions;
import java.time.LocalDate;

/**
 * An exchange's calendar as validation asks for it.
 *
 * @param calendar of the exchange that the prices come from
 */
public record CalendarSessions(ExchangeCalendar calendar) implements Sessions {
  @Override
  public Day on(LocalDate date) {
    return switch (calendar.isSession(date)) {
      case YES -> Day.OPEN;
      case NO -> Day.CLOSED;
      case UNKNOWN -> Day.UNKNOWN;
    };
  }
}
