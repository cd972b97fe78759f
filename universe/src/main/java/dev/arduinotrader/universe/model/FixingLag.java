package dev.arduinotrader.universe.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which fixing was the last one known when a day's close became known: that of the day, or that of
 * the day before. Remembered for each venue and day, because time zones are slow to ask.
 */
public final class FixingLag {
  private static final int FIRST = (int) LocalDate.of(1970, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2100, 12, 31).toEpochDay();
  private static final byte SAME_DAY = 1;
  private static final byte DAY_BEFORE = 2;
  private static final Map<Venue, FixingLag> BY_VENUE = new HashMap<>();

  private final Venue venue;

  /** 0 where not asked yet. Threads may write the same value twice; that does no harm. */
  private final byte[] answers = new byte[LAST - FIRST + 1];

  private FixingLag(Venue venue) {
    this.venue = venue;
  }

  /** The one of a venue. */
  public static FixingLag of(Venue venue) {
    synchronized (BY_VENUE) {
      return BY_VENUE.computeIfAbsent(venue, FixingLag::new);
    }
  }

  /** The last day whose fixing was known at this day's close. */
  public int lastKnown(int epochDay) {
    if (epochDay < FIRST || epochDay > LAST) {
      return ask(epochDay) == SAME_DAY ? epochDay : epochDay - 1;
    }
    byte answer = answers[epochDay - FIRST];
    if (answer == 0) {
      answer = ask(epochDay);
      answers[epochDay - FIRST] = answer;
    }
    return answer == SAME_DAY ? epochDay : epochDay - 1;
  }

  private byte ask(int epochDay) {
    return venue.closeAt(epochDay).isBefore(Fixing.at(epochDay)) ? DAY_BEFORE : SAME_DAY;
  }
}
