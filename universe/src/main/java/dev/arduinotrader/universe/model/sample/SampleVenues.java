package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.universe.model.Venue;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The fictional venues of the sample market. No registered market identifier code begins with X9.
 */
public final class SampleVenues {
  static final Venue EUROPE = venue("X9EU", "Europe/Berlin", "09:00", "17:30");
  static final Venue AMERICA = venue("X9US", "America/New_York", "09:30", "16:00");
  static final Venue BRITAIN = venue("X9UK", "Europe/London", "08:00", "16:30");
  static final Venue SWITZERLAND = venue("X9CH", "Europe/Zurich", "09:00", "17:20");
  static final Venue DENMARK = venue("X9DK", "Europe/Copenhagen", "09:00", "17:00");
  static final Venue JAPAN = venue("X9JP", "Asia/Tokyo", "09:00", "15:30");

  private SampleVenues() {}

  /** All of them; sessions on Mondays to Fridays, without holidays. */
  public static List<Venue> all() {
    return List.of(EUROPE, AMERICA, BRITAIN, SWITZERLAND, DENMARK, JAPAN);
  }

  private static Venue venue(String mic, String zone, String open, String close) {
    return new Venue(mic, ZoneId.of(zone), LocalTime.parse(open), LocalTime.parse(close));
  }
}
