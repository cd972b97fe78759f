package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.util.List;

/** Looks whether the four prices of a bar can belong together. */
final class RangeCheck {
  /** Sources round each price for itself. */
  private static final double ROUNDING_RELATIVE = 1e-4;

  private final Columns columns;
  private final Notes notes;

  RangeCheck(Columns columns, Notes notes) {
    this.columns = columns;
    this.notes = notes;
  }

  void check() {
    if (!columns.has(RawField.HIGH) || !columns.has(RawField.LOW)) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      double high = columns.value(RawField.HIGH, i);
      double low = columns.value(RawField.LOW, i);
      if (high < low * (1 - ROUNDING_RELATIVE)) {
        swapped(i, high, low);
      } else {
        outside(i, RawField.OPEN, low, high);
        outside(i, RawField.CLOSE, low, high);
      }
    }
  }

  private void swapped(int i, double high, double low) {
    double open = columns.value(RawField.OPEN, i);
    double close = columns.value(RawField.CLOSE, i);
    String why = "the high " + high + " is below the low " + low;
    if (within(close, high, low) && (Double.isNaN(open) || within(open, high, low))) {
      Change one = columns.change(RawField.HIGH, i, low);
      Change other = columns.change(RawField.LOW, i, high);
      notes.add(
          Finding.repaired(
              one,
              FindingKind.HIGH_BELOW_LOW,
              0.95,
              "high and low exchanged",
              why + ", and open and close are between them",
              List.of(one, other)));
    } else {
      notes.add(
          Finding.flagged(
              columns.time(i), CheckedField.HIGH, high, FindingKind.HIGH_BELOW_LOW, 1, why));
    }
  }

  private static boolean within(double value, double low, double high) {
    return value >= low * (1 - ROUNDING_RELATIVE) && value <= high * (1 + ROUNDING_RELATIVE);
  }

  private void outside(int i, RawField field, double low, double high) {
    double value = columns.value(field, i);
    boolean outside =
        value < low * (1 - ROUNDING_RELATIVE) || value > high * (1 + ROUNDING_RELATIVE);
    if (outside) {
      notes.add(
          Finding.flagged(
              columns.time(i),
              CheckedField.of(field),
              value,
              FindingKind.OUTSIDE_RANGE,
              1,
              "expected between the low %s and the high %s".formatted(low, high)));
    }
  }
}
