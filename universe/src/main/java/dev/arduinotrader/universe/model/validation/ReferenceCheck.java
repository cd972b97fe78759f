package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Compares closes with those of another source: another unit, another currency. */
final class ReferenceCheck {
  private static final int SHARED_DAYS_MIN = 5;
  private static final double SAME_WITHIN = 0.05;

  private final Columns columns;
  private final ValidationContext context;
  private final Notes notes;

  ReferenceCheck(Columns columns, ValidationContext context, Notes notes) {
    this.columns = columns;
    this.context = context;
    this.notes = notes;
  }

  void check() {
    Bars reference = context.reference();
    double[] ratios = reference == null ? new double[0] : ratios(reference);
    if (ratios.length < SHARED_DAYS_MIN) {
      return;
    }
    Arrays.sort(ratios);
    double middle = ratios[ratios.length / 2];
    double spread = ratios[ratios.length * 9 / 10] - ratios[ratios.length / 10];
    if (Math.abs(middle) <= SAME_WITHIN || spread > SAME_WITHIN) {
      return;
    }
    double hundred = Math.signum(middle) * Math.log(100);
    if (Math.abs(middle - hundred) <= SAME_WITHIN) {
      repair(middle > 0 ? 0.01 : 100);
    } else {
      notes.add(
          Finding.flagged(
              columns.time(columns.size() - 1),
              CheckedField.CLOSE,
              columns.value(RawField.CLOSE, columns.size() - 1),
              FindingKind.CURRENCY_CHANGE,
              0.8,
              "closes are %s times those of the other source on %d shared days"
                  .formatted(Shown.of(Math.exp(middle)), ratios.length)));
    }
  }

  private double[] ratios(Bars reference) {
    return IntStream.range(0, columns.size())
        .mapToDouble(i -> ratio(reference, i))
        .filter(Double::isFinite)
        .toArray();
  }

  private double ratio(Bars reference, int index) {
    int position =
        Arrays.binarySearch(reference.epochDays(), (int) columns.date(index).toEpochDay());
    return position < 0
        ? Double.NaN
        : Math.log(columns.value(RawField.CLOSE, index) / reference.closes()[position]);
  }

  private void repair(double scale) {
    List<Change> changes = new ArrayList<>();
    for (RawField field : RawField.values()) {
      if (field.isPrice()) {
        changes.addAll(columns.scale(field, 0, columns.size(), scale));
      }
    }
    Change shown =
        changes.stream()
            .filter(change -> change.field() == RawField.CLOSE)
            .reduce((first, second) -> second)
            .orElseThrow();
    notes.add(
        Finding.repaired(
            shown,
            FindingKind.UNIT_ERROR,
            0.98,
            "x " + Shown.of(scale),
            "all prices are %s times those of the other source%s"
                .formatted(Shown.of(1 / scale), context.unit()),
            changes));
  }
}
