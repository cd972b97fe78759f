package dev.arduinotrader.universe.model.raw;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** When a bar is, in whichever of the two ways the source says it. */
public sealed interface RawTime {
  /** A calendar day without a time or a zone: the exchange's own day. */
  record Day(LocalDate date) implements RawTime {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  /** The start of a bar, with the exchange's offset from UTC at that moment. */
  record Moment(OffsetDateTime at) implements RawTime {
    @Override
    public LocalDate date() {
      return at.toLocalDate();
    }

    @Override
    public String toString() {
      return at.toString();
    }
  }

  /** The exchange's calendar day. */
  LocalDate date();
}
