package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.validation.CheckedField;
import dev.arduinotrader.universe.model.validation.Finding;
import dev.arduinotrader.universe.model.validation.FindingAction;
import dev.arduinotrader.universe.model.validation.FindingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what can be told wrong from the row and its neighbours alone: no number, zero or less,
 * high below low, a close outside of both, rows that contradict each other, and steps of a factor
 * that only a wrong unit makes. Repairs nothing.
 */
final class PlainBarCheck implements BarCheck {
  /** Between an everyday crash and pence for pounds; splits are announced and worked in. */
  private static final double STEP_MAX = 8;

  private static final double ROUNDING = 1e-4;
  private static final int NEIGHBOURS = 5;

  @Override
  public Checked check(
      Security security, SourceBars fetched, @Nullable BarSeries stored, Venue venue, Instant now) {
    List<BadValue> rejected = new ArrayList<>();
    TreeMap<LocalDate, RawBar> rows = new TreeMap<>();
    for (RawBar bar : fetched.series().bars()) {
      LocalDate date = bar.time().date();
      if (venue.closeAt(date.toEpochDay()).isAfter(now) || hasNoPrice(bar)) {
        continue;
      }
      Optional<Finding> fault = fault(bar);
      if (fault.isPresent()) {
        rejected.add(bad(security, fault.get()));
        continue;
      }
      RawBar other = rows.put(date, bar);
      if (other != null && other.close() != bar.close()) {
        rows.remove(date);
        rejected.add(
            bad(
                security,
                fault(
                    bar,
                    FindingKind.DUPLICATE,
                    CheckedField.CLOSE,
                    bar.close(),
                    "expected one close, found %s and %s".formatted(other.close(), bar.close()))));
      }
    }
    refuseSteps(security, rows, fetched.basis(), stored == null ? null : stored.bars(), rejected);
    List<RawBar> sound = List.copyOf(rows.values());
    return new Checked(
        sound.isEmpty() ? Optional.empty() : Optional.of(bars(sound)),
        rejected,
        List.of(),
        sound,
        List.of());
  }

  /** A day without a trade, which some sources write as a row of nothing. */
  private static boolean hasNoPrice(RawBar bar) {
    return Double.isNaN(bar.close())
        && Double.isNaN(bar.open())
        && Double.isNaN(bar.high())
        && Double.isNaN(bar.low());
  }

  private static Optional<Finding> fault(RawBar bar) {
    if (!isPrice(bar.close())) {
      return Optional.of(
          fault(
              bar,
              FindingKind.NOT_POSITIVE,
              CheckedField.CLOSE,
              bar.close(),
              "expected a close above zero, found " + bar.close()));
    }
    for (double value : List.of(bar.open(), bar.high(), bar.low())) {
      if (!Double.isNaN(value) && !isPrice(value)) {
        return Optional.of(
            fault(
                bar,
                FindingKind.NOT_POSITIVE,
                CheckedField.BAR,
                value,
                "expected prices above zero, found " + value));
      }
    }
    if (bar.high() < bar.low()) {
      return Optional.of(
          fault(
              bar,
              FindingKind.HIGH_BELOW_LOW,
              CheckedField.HIGH,
              bar.high(),
              "expected a high above the low, found %s below %s".formatted(bar.high(), bar.low())));
    }
    double slack = bar.close() * ROUNDING;
    if (bar.close() > bar.high() + slack || bar.close() < bar.low() - slack) {
      return Optional.of(
          fault(
              bar,
              FindingKind.OUTSIDE_RANGE,
              CheckedField.CLOSE,
              bar.close(),
              "expected a close from %s to %s, found %s"
                  .formatted(bar.low(), bar.high(), bar.close())));
    }
    return Optional.empty();
  }

  private static boolean isPrice(double value) {
    return value > 0 && !Double.isInfinite(value);
  }

  private static void refuseSteps(
      Security security,
      SortedMap<LocalDate, RawBar> rows,
      PriceBasis basis,
      @Nullable Bars stored,
      List<BadValue> rejected) {
    SplitSteps splits = new SplitSteps(basis, List.copyOf(rows.values()));
    List<RawBar> before = new ArrayList<>();
    for (RawBar bar : List.copyOf(rows.values())) {
      double reference = reference(bar, stored, before, rows, splits);
      double ratio = bar.close() / reference;
      if (ratio > STEP_MAX || ratio < 1 / STEP_MAX) {
        rows.remove(bar.time().date());
        rejected.add(
            bad(
                security,
                fault(
                    bar,
                    FindingKind.LEVEL_CHANGE,
                    CheckedField.CLOSE,
                    bar.close(),
                    "expected a close near %s, found %s".formatted(reference, bar.close()))));
      } else {
        before.add(bar);
      }
    }
  }

  /** The stored close of the day; else the middle one of those before; else of those after. */
  private static double reference(
      RawBar bar,
      @Nullable Bars stored,
      List<RawBar> before,
      SortedMap<LocalDate, RawBar> rows,
      SplitSteps splits) {
    LocalDate date = bar.time().date();
    int day = Math.toIntExact(date.toEpochDay());
    int known = stored == null ? 0 : stored.countUntil(day);
    if (stored != null && known > 0 && (stored.epochDay(known - 1) == day || before.isEmpty())) {
      boolean sameDay = stored.epochDay(known - 1) == day;
      List<Double> last = new ArrayList<>();
      for (int i = sameDay ? known - 1 : Math.max(0, known - NEIGHBOURS); i < known; i++) {
        LocalDate then = LocalDate.ofEpochDay(stored.epochDay(i));
        LocalDate storedUntil = LocalDate.ofEpochDay(stored.lastDay());
        last.add(stored.closes()[i] / splits.ofStored(then, storedUntil, date));
      }
      return middle(last);
    }
    List<RawBar> near =
        before.isEmpty()
            ? rows.values().stream().limit(NEIGHBOURS).toList()
            : before.subList(Math.max(0, before.size() - NEIGHBOURS), before.size());
    return middle(
        near.stream().map(b -> b.close() / splits.between(b.time().date(), date)).toList());
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static BadValue bad(Security security, Finding finding) {
    LocalDate date = finding.time().date();
    return new BadValue(date, security.symbol() + " on " + date + ": " + finding.why(), finding);
  }

  private static Finding fault(
      RawBar bar, FindingKind kind, CheckedField field, double found, String why) {
    return new Finding(
        bar.time(), field, found, kind, FindingAction.REJECTED, Double.NaN, 1, "", why, List.of());
  }

  private static Bars bars(List<RawBar> rows) {
    int[] days =
        rows.stream().mapToInt(r -> Math.toIntExact(r.time().date().toEpochDay())).toArray();
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    columns.put(BarField.CLOSE, column(rows, RawBar::close));
    put(columns, BarField.OPEN, column(rows, RawBar::open));
    put(columns, BarField.HIGH, column(rows, RawBar::high));
    put(columns, BarField.LOW, column(rows, RawBar::low));
    put(columns, BarField.VOLUME, column(rows, RawBar::volume));
    return new Bars(days, columns);
  }

  private static double[] column(List<RawBar> rows, ToDoubleFunction<RawBar> value) {
    return rows.stream().mapToDouble(value).toArray();
  }

  private static void put(Map<BarField, double[]> columns, BarField field, double[] values) {
    for (double value : values) {
      if (!Double.isNaN(value)) {
        columns.put(field, values);
        return;
      }
    }
  }
}
