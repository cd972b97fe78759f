package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import java.util.ArrayList;
import java.util.List;

/** Takes out numbers that cannot be: infinite, negative, zero prices, bars without a close. */
final class ValueCheck {
  private final Notes notes;

  ValueCheck(Notes notes) {
    this.notes = notes;
  }

  /** The rows that have a close, with every impossible number taken out. */
  List<ValidatedSeries.Row> check(List<ValidatedSeries.Row> rows) {
    List<ValidatedSeries.Row> sound = new ArrayList<>();
    for (ValidatedSeries.Row row : rows) {
      RawBar bar = row.bar();
      if (Double.isNaN(bar.close())) {
        reject(bar, CheckedField.BAR, FindingKind.MISSING_VALUE, "the row has no close");
      } else if (Double.isInfinite(bar.close())) {
        reject(bar, CheckedField.CLOSE, FindingKind.NOT_FINITE, "the close is infinite");
      } else if (bar.close() <= 0) {
        reject(bar, CheckedField.CLOSE, FindingKind.NOT_POSITIVE, "the close is not above zero");
      } else {
        sound.add(new ValidatedSeries.Row(row.source(), withoutImpossible(bar)));
      }
    }
    return sound;
  }

  private void reject(RawBar bar, CheckedField field, FindingKind kind, String why) {
    notes.add(Finding.rejected(bar.time(), field, bar.close(), kind, 1, why, List.of()));
  }

  private RawBar withoutImpossible(RawBar bar) {
    RawBar sound = bar;
    for (RawField field : RawField.values()) {
      double value = bar.value(field);
      boolean infinite = Double.isInfinite(value);
      boolean tooSmall = field.isPrice() ? value <= 0 : value < 0;
      if (infinite || tooSmall) {
        sound = sound.with(field, Double.NaN);
        notes.add(
            Finding.rejected(
                bar.time(),
                CheckedField.of(field),
                value,
                infinite ? FindingKind.NOT_FINITE : FindingKind.NOT_POSITIVE,
                1,
                infinite
                    ? "the number is infinite"
                    : "expected a number " + (field.isPrice() ? "above zero" : "of zero or above"),
                List.of(new Change(bar.time(), field, value, Double.NaN))));
      }
    }
    return sound;
  }
}
