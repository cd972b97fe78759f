package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts rows into the order of time, each time once. */
final class OrderCheck {
  private final RawSeries raw;
  private final Notes notes;

  OrderCheck(RawSeries raw, Notes notes) {
    this.raw = raw;
    this.notes = notes;
  }

  List<ValidatedSeries.Row> rows() {
    List<ValidatedSeries.Row> rows = new ArrayList<>();
    for (int i = 0; i < raw.bars().size(); i++) {
      rows.add(new ValidatedSeries.Row(i, raw.bars().get(i)));
    }
    noteOrder();
    rows.sort(Comparator.comparing(row -> Moments.of(row.bar().time())));
    List<ValidatedSeries.Row> once = withoutDuplicates(rows);
    noteTimeZone(once);
    return once;
  }

  private void noteOrder() {
    List<RawBar> bars = raw.bars();
    if (bars.size() < 2) {
      return;
    }
    boolean newestFirst = compare(bars.getFirst(), bars.getLast()) > 0;
    if (newestFirst) {
      note(bars.getFirst(), "the rows run from the newest to the oldest");
    }
    for (int i = 1; i < bars.size(); i++) {
      int order = compare(bars.get(i - 1), bars.get(i));
      if (newestFirst ? order < 0 : order > 0) {
        note(
            bars.get(i),
            "the row comes after that of "
                + bars.get(i - 1).time()
                + ", against the order of the rest");
      }
    }
  }

  private void note(RawBar bar, String why) {
    notes.add(
        new Finding(
            bar.time(),
            CheckedField.DATE,
            Double.NaN,
            FindingKind.WRONG_ORDER,
            FindingAction.REPAIRED,
            Double.NaN,
            1,
            "sorted by time",
            why,
            List.of()));
  }

  private static int compare(RawBar left, RawBar right) {
    return Moments.of(left.time()).compareTo(Moments.of(right.time()));
  }

  private boolean sameTime(RawBar left, RawBar right) {
    return raw.interval().isWithinDay()
        ? compare(left, right) == 0
        : left.time().date().equals(right.time().date());
  }

  private List<ValidatedSeries.Row> withoutDuplicates(List<ValidatedSeries.Row> rows) {
    List<ValidatedSeries.Row> once = new ArrayList<>();
    for (ValidatedSeries.Row row : rows) {
      if (once.isEmpty() || !sameTime(once.getLast().bar(), row.bar())) {
        once.add(row);
        continue;
      }
      RawBar kept = once.getLast().bar();
      boolean same = sameNumbers(kept, row.bar());
      notes.add(
          Finding.rejected(
              row.bar().time(),
              CheckedField.BAR,
              row.bar().close(),
              FindingKind.DUPLICATE,
              1,
              same
                  ? "the same row comes again"
                  : "another row of this time has the close "
                      + kept.close()
                      + "; the first one is kept, look which is right",
              List.of()));
    }
    return once;
  }

  private static boolean sameNumbers(RawBar left, RawBar right) {
    for (var field : dev.arduinotrader.universe.model.raw.RawField.values()) {
      if (Double.compare(left.value(field), right.value(field)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Daily bars begin at midnight of the exchange; an evening stamp is the day before in UTC. */
  private void noteTimeZone(List<ValidatedSeries.Row> rows) {
    if (raw.interval().isWithinDay() || rows.isEmpty()) {
      return;
    }
    int evenings = 0;
    int sundays = 0;
    int fridays = 0;
    for (ValidatedSeries.Row row : rows) {
      if (row.bar().time() instanceof RawTime.Moment(var at)) {
        evenings += at.toLocalTime().isAfter(LocalTime.of(17, 0)) ? 1 : 0;
        sundays += at.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0;
        fridays += at.getDayOfWeek() == DayOfWeek.FRIDAY ? 1 : 0;
      }
    }
    if (evenings > 0 && sundays > 2 * fridays) {
      notes.add(
          Finding.flagged(
              rows.getFirst().bar().time(),
              CheckedField.DATE,
              Double.NaN,
              FindingKind.TIME_ZONE,
              0.9,
              "%d of %d daily stamps are evenings, %d are Sundays and %d Fridays: these look like"
                      .formatted(evenings, rows.size(), sundays, fridays)
                  + " midnights written in another zone, one day early"));
    }
  }
}
