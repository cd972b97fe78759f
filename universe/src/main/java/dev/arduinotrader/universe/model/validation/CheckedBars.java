package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Daily bars that may be stored, and what was found on the way to them.
 *
 * @param bars may be empty, when nothing of the series can be believed
 * @param findings in the order of time
 */
public record CheckedBars(Bars bars, List<Finding> findings) {
  private static final Map<BarField, RawField> FIELDS =
      new EnumMap<>(
          Map.of(
              BarField.OPEN, RawField.OPEN,
              BarField.HIGH, RawField.HIGH,
              BarField.LOW, RawField.LOW,
              BarField.CLOSE, RawField.CLOSE,
              BarField.VOLUME, RawField.VOLUME));

  public CheckedBars {
    findings = List.copyOf(findings);
  }

  /** Checks bars whose numbers nobody has looked at. */
  public static CheckedBars of(Bars unchecked, ValidationContext context) {
    return of(PriceValidation.validate(raw(unchecked), context));
  }

  /** The bars of a series that was checked; adjusted closes, dividends and splits stay behind. */
  public static CheckedBars of(ValidatedSeries validated) {
    List<ValidatedSeries.Row> rows = validated.rows();
    int[] days = new int[rows.size()];
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    FIELDS.forEach(
        (field, from) -> {
          double[] values = new double[days.length];
          boolean any = field == BarField.CLOSE;
          for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).bar().value(from);
            any |= !Double.isNaN(values[i]);
          }
          if (any) {
            columns.put(field, values);
          }
        });
    for (int i = 0; i < days.length; i++) {
      days[i] = (int) rows.get(i).bar().time().date().toEpochDay();
    }
    return new CheckedBars(new Bars(days, columns), validated.findings());
  }

  private static RawSeries raw(Bars bars) {
    List<RawBar> rows = new ArrayList<>(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      rows.add(
          new RawBar(
              new RawTime.Day(LocalDate.ofEpochDay(bars.epochDay(i))),
              value(bars.column(BarField.OPEN), i),
              value(bars.column(BarField.HIGH), i),
              value(bars.column(BarField.LOW), i),
              value(bars.column(BarField.CLOSE), i),
              Double.NaN,
              value(bars.column(BarField.VOLUME), i),
              Double.NaN,
              Double.NaN));
    }
    return RawSeries.daily(rows);
  }

  private static double value(double @Nullable [] column, int index) {
    return column == null ? Double.NaN : column[index];
  }
}
