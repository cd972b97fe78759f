package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawInterval;
import dev.arduinotrader.universe.model.raw.RawSeries;
import java.util.List;

/**
 * Checks the rows of a source before anything of them is stored. What is certain is repaired, what
 * cannot be is rejected, everything else is only flagged; the same rows always give the same
 * answer.
 */
public final class PriceValidation {
  private static final double WITHIN_DAY_SPIKE = 0.1;

  private PriceValidation() {}

  /** The bars that may be stored, and everything that was found. */
  public static ValidatedSeries validate(RawSeries raw, ValidationContext context) {
    Notes notes = new Notes();
    List<ValidatedSeries.Row> rows = new ValueCheck(notes).check(new OrderCheck(raw, notes).rows());
    Columns columns = new Columns(rows);
    boolean[] rejected = new boolean[columns.size()];
    if (columns.size() > 0) {
      new ReferenceCheck(columns, context, notes).check();
      new ScaleCheck(columns, context, notes, rejected).check();
      columns = new Columns(columns.rows(rejected));
      new FieldCheck(columns, notes).check();
      new RangeCheck(columns, notes).check();
      if (raw.interval() == RawInterval.DAY) {
        new DividendCheck(columns, notes).check();
        new CalendarCheck(columns, context.sessions(), notes).check();
      }
      new SpikeCheck(columns, notes, raw.interval().isWithinDay() ? WITHIN_DAY_SPIKE : 0).check();
    }
    List<ValidatedSeries.Row> sound = columns.rows(new boolean[columns.size()]);
    return new ValidatedSeries(raw.interval(), sound, notes.inOrderOfTime());
  }
}
