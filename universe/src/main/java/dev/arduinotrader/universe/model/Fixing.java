package dev.arduinotrader.universe.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the euro reference rates of a day become known: 16:00 Central European time. */
public final class Fixing {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalTime TIME = LocalTime.of(16, 0);

  private Fixing() {}

  public static Instant at(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).atTime(TIME).atZone(ZONE).toInstant();
  }

  /** The last day whose fixing was due at this instant, as days since 1970-01-01. */
  public static int lastDue(Instant instant) {
    int today = Math.toIntExact(LocalDate.ofInstant(instant, ZONE).toEpochDay());
    return at(today).isAfter(instant) ? today - 1 : today;
  }
}
