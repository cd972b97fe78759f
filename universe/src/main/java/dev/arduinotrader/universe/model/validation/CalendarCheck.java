package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import java.time.LocalDate;

/** Compares the days of the bars with the sessions of their exchange. */
final class CalendarCheck {
  /** Longer holes are a listing that paused; the walk through days must have a bound. */
  private static final int DAYS_MAX = 4_000;

  private final Columns columns;
  private final Sessions sessions;
  private final Notes notes;

  CalendarCheck(Columns columns, Sessions sessions, Notes notes) {
    this.columns = columns;
    this.sessions = sessions;
    this.notes = notes;
  }

  void check() {
    for (int i = 0; i < columns.size(); i++) {
      LocalDate date = columns.date(i);
      if (sessions.on(date) == Sessions.Day.CLOSED) {
        notes.add(
            Finding.flagged(
                columns.time(i),
                CheckedField.BAR,
                columns.value(RawField.CLOSE, i),
                FindingKind.NOT_A_SESSION,
                0.9,
                "the exchange's calendar has no session on " + date));
      }
      if (i > 0) {
        gap(i, columns.date(i - 1), date);
      }
    }
  }

  private void gap(int index, LocalDate before, LocalDate after) {
    int missing = 0;
    LocalDate first = after;
    int days = 0;
    for (LocalDate day = before.plusDays(1);
        day.isBefore(after) && days < DAYS_MAX;
        day = day.plusDays(1)) {
      days++;
      if (sessions.on(day) == Sessions.Day.OPEN) {
        first = missing == 0 ? day : first;
        missing++;
      }
    }
    if (missing > 0) {
      notes.add(
          Finding.flagged(
              columns.time(index),
              CheckedField.BAR,
              Double.NaN,
              FindingKind.GAP,
              0.9,
              "%d sessions from %s on have no bar before this one".formatted(missing, first)));
    }
  }
}
