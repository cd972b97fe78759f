package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.calendar.ExchangeCalendar;
import dev.arduinotrader.universe.model.calendar.TradingHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The fictional venues of the sample market. No registered market identifier code begins with X9.
 */
public final class SampleVenues {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2069, 12, 27);

  static final Venue EUROPE = venue("X9EU", "Europe", "Europe/Berlin", "09:00", "17:30");
  static final Venue AMERICA = venue("X9US", "America", "America/New_York", "09:30", "16:00");
  static final Venue BRITAIN = venue("X9UK", "Britain", "Europe/London", "08:00", "16:30");
  static final Venue SWITZERLAND = venue("X9CH", "Switzerland", "Europe/Zurich", "09:00", "17:20");
  static final Venue DENMARK = venue("X9DK", "Denmark", "Europe/Copenhagen", "09:00", "17:00");
  static final Venue JAPAN = venue("X9JP", "Japan", "Asia/Tokyo", "09:00", "15:30");

  private SampleVenues() {}

  /** All of them; sessions on Mondays to Fridays, without holidays. */
  public static List<Venue> all() {
    return List.of(EUROPE, AMERICA, BRITAIN, SWITZERLAND, DENMARK, JAPAN);
  }

  private static Venue venue(String mic, String name, String zone, String open, String close) {
    TradingHours.Block block =
        new TradingHours.Block(LocalTime.parse(open), LocalTime.parse(close));
    return new Venue(
        mic,
        ExchangeCalendar.everyWeekday(
            "Sample market, " + name,
            mic,
            ZoneId.of(zone),
            new TradingHours(FIRST, List.of(block), 0),
            LAST));
  }
}
