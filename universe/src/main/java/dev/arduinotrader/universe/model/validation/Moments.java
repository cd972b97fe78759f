package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.Instant;
import java.time.ZoneOffset;

/** The order of raw times. */
final class Moments {
  private Moments() {}

  /** The instant; of a day, its beginning in UTC. */
  static Instant of(RawTime time) {
    return switch (time) {
      case RawTime.Day(var date) -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
      case RawTime.Moment(var at) -> at.toInstant();
    };
  }
}
