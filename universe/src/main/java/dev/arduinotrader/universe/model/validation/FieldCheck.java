package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.util.List;

/** Finds a single open, high or low that is far from the close of its own bar. */
final class FieldCheck {
  private static final double FAR_NOISES = 8;

  /** Even in a quiet series, a day's range may be so wide (as a logarithm). */
  private static final double FAR_MIN = 0.4;

  private static final double[] POWERS = {10, 100, 1_000};

  private final Columns columns;
  private final Notes notes;

  FieldCheck(Columns columns, Notes notes) {
    this.columns = columns;
    this.notes = notes;
  }

  void check() {
    Noise noise = new Noise(Levels.logarithms(columns, RawField.CLOSE));
    for (RawField field : List.of(RawField.OPEN, RawField.HIGH, RawField.LOW)) {
      for (int i = 0; i < columns.size(); i++) {
        double value = columns.value(field, i);
        if (value > 0) {
          check(field, i, Math.log(value / columns.value(RawField.CLOSE, i)), noise.at(i));
        }
      }
    }
  }

  private void check(RawField field, int index, double apart, double noise) {
    if (Math.abs(apart) <= Math.max(FAR_MIN, FAR_NOISES * noise)) {
      return;
    }
    double value = columns.value(field, index);
    double close = columns.value(RawField.CLOSE, index);
    for (double power : POWERS) {
      double factor = apart > 0 ? power : 1 / power;
      if (Math.abs(apart - Math.log(factor)) <= Math.max(0.05, 4 * noise)) {
        Change change = columns.change(field, index, value / factor);
        notes.add(
            Finding.repaired(
                change,
                FindingKind.UNIT_ERROR,
                0.95,
                "x " + Shown.of(1 / factor),
                "this number alone is %s times the close %s of its bar"
                    .formatted(Shown.of(value / close), Shown.of(close)),
                List.of(change)));
        return;
      }
    }
    notes.add(
        Finding.flagged(
            columns.time(index),
            CheckedField.of(field),
            value,
            FindingKind.SPIKE,
            0.6,
            "%s times the close %s of its own bar"
                .formatted(Shown.of(value / close), Shown.of(close))));
  }
}
