package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawTime;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows under test, oldest first, as columns that repairs write to. */
final class Columns {
  private final List<ValidatedSeries.Row> rows;
  private final Map<RawField, double[]> values = new EnumMap<>(RawField.class);
  private final Map<RawField, Boolean> present = new EnumMap<>(RawField.class);

  Columns(List<ValidatedSeries.Row> rows) {
    this.rows = rows;
    for (RawField field : RawField.values()) {
      double[] column = new double[rows.size()];
      boolean any = false;
      for (int i = 0; i < column.length; i++) {
        column[i] = rows.get(i).bar().value(field);
        any |= !Double.isNaN(column[i]);
      }
      values.put(field, column);
      present.put(field, any);
    }
  }

  int size() {
    return rows.size();
  }

  boolean has(RawField field) {
    return Boolean.TRUE.equals(present.get(field));
  }

  double[] column(RawField field) {
    return java.util.Objects.requireNonNull(values.get(field));
  }

  double value(RawField field, int index) {
    return column(field)[index];
  }

  RawTime time(int index) {
    return rows.get(index).bar().time();
  }

  LocalDate date(int index) {
    return time(index).date();
  }

  /** Writes a number and gives the change, which a finding must keep. */
  Change change(RawField field, int index, double value) {
    double[] column = column(field);
    Change change = new Change(time(index), field, column[index], value);
    column[index] = value;
    return change;
  }

  /** Multiplies the numbers of a field from one index to before another. */
  List<Change> scale(RawField field, int from, int to, double factor) {
    List<Change> changes = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double value = value(field, i);
      if (!Double.isNaN(value) && value != 0) {
        changes.add(change(field, i, value * factor));
      }
    }
    return changes;
  }

  /** The rows as they are now, without the rejected ones. */
  List<ValidatedSeries.Row> rows(boolean[] rejected) {
    List<ValidatedSeries.Row> kept = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (!rejected[i]) {
        kept.add(new ValidatedSeries.Row(rows.get(i).source(), bar(i)));
      }
    }
    return kept;
  }

  private RawBar bar(int index) {
    RawBar bar = rows.get(index).bar();
    for (RawField field : RawField.values()) {
      double now = value(field, index);
      if (Double.compare(now, bar.value(field)) != 0) {
        bar = bar.with(field, now);
      }
    }
    return bar;
  }
}
