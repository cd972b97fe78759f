package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.raw.RawSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A fault of the catalogue put into a flawless series.
 *
 * @param from the first bar at which it may be found
 * @param to the last bar at which it may be found
 */
record InjectedFault(Kind kind, RawSeries faulty, int from, int to) {
  private static final List<RawField> PRICES =
      List.of(RawField.OPEN, RawField.HIGH, RawField.LOW, RawField.CLOSE, RawField.ADJUSTED_CLOSE);

  /** The detectable faults. */
  enum Kind {
    TEN_TIMES,
    HUNDRED_TIMES,
    HUNDRED_TIMES_OLDER,
    HUNDRED_TIMES_NEWEST,
    SPLIT_RUN,
    SPLIT_OLDER,
    OUTLIER,
    DIVIDEND_NOT_WORKED_IN,
    DIVIDEND_UNTOLD,
    DIVIDEND_TOLD_DOUBLED,
    DIVIDEND_WORKED_IN_DOUBLED,
    DIVIDEND_TOLD_HUNDREDFOLD,
    DIVIDEND_TOLD_HUNDREDTH,
    DIVIDEND_WORKED_IN_HUNDREDTH,
    DIVIDEND_REPEATED
  }

  private static final double[] RATIOS = {0.1, 0.2, 0.25, 1.0 / 3, 0.5, 1.5, 2, 3, 4, 5, 10, 20};

  static InjectedFault into(RawSeries clean, Kind kind, Random random) {
    List<RawBar> bars = new ArrayList<>(clean.bars());
    int size = bars.size();
    int place = 20 + random.nextInt(size - 60);
    int run = 1 + random.nextInt(10);
    boolean up = random.nextBoolean();
    int exDate = 30 + 60 * (1 + random.nextInt(size / 60 - 2));
    return switch (kind) {
      case TEN_TIMES -> scaled(bars, kind, place, place + run, up ? 10 : 0.1);
      case HUNDRED_TIMES -> scaled(bars, kind, place, place + run, up ? 100 : 0.01);
      case HUNDRED_TIMES_OLDER -> scaled(bars, kind, 0, place, up ? 100 : 0.01);
      case HUNDRED_TIMES_NEWEST ->
          scaled(bars, kind, size - 1 - random.nextInt(3), size, up ? 100 : 0.01);
      case SPLIT_RUN -> split(bars, kind, place, place + run, ratio(random));
      case SPLIT_OLDER -> split(bars, kind, 0, place, ratio(random));
      case OUTLIER ->
          outlier(bars, place, FatTails.usualMove(clean) * (8 + 8 * random.nextDouble()), up);
      case DIVIDEND_NOT_WORKED_IN -> workedIn(bars, kind, exDate, 0);
      case DIVIDEND_WORKED_IN_DOUBLED -> workedIn(bars, kind, exDate, 2);
      case DIVIDEND_WORKED_IN_HUNDREDTH -> workedIn(bars, kind, exDate, 0.01);
      case DIVIDEND_UNTOLD -> told(bars, kind, exDate, d -> 0);
      case DIVIDEND_TOLD_DOUBLED -> told(bars, kind, exDate, d -> 2 * d);
      case DIVIDEND_TOLD_HUNDREDFOLD -> told(bars, kind, exDate, d -> 100 * d);
      case DIVIDEND_TOLD_HUNDREDTH -> told(bars, kind, exDate, d -> d / 100);
      case DIVIDEND_REPEATED -> {
        double told = bars.get(exDate).dividend();
        double share = told / bars.get(exDate).close();
        set(bars, exDate + 1, RawField.DIVIDEND, told);
        for (int i = 0; i <= exDate; i++) {
          change(bars, i, RawField.ADJUSTED_CLOSE, v -> v * (1 - share));
        }
        yield of(bars, kind, exDate - 1, exDate + 1);
      }
    };
  }

  private static double ratio(Random random) {
    return RATIOS[random.nextInt(RATIOS.length)];
  }

  private static InjectedFault of(List<RawBar> bars, Kind kind, int from, int to) {
    return new InjectedFault(kind, RawSeries.daily(bars), from, to);
  }

  private static void set(List<RawBar> bars, int index, RawField field, double value) {
    bars.set(index, bars.get(index).with(field, value));
  }

  private static void change(
      List<RawBar> bars, int index, RawField field, DoubleUnaryOperator change) {
    set(bars, index, field, change.applyAsDouble(bars.get(index).value(field)));
  }

  private static InjectedFault scaled(
      List<RawBar> bars, Kind kind, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      for (RawField field : PRICES) {
        change(bars, i, field, v -> v * factor);
      }
    }
    return of(bars, kind, from, Math.min(to, bars.size() - 1));
  }

  private static InjectedFault split(List<RawBar> bars, Kind kind, int from, int to, double ratio) {
    set(bars, to, RawField.SPLIT, ratio);
    return scaled(bars, kind, from, to, ratio);
  }

  private static InjectedFault outlier(List<RawBar> bars, int place, double size, boolean up) {
    double before = bars.get(place - 1).adjustedClose();
    double after = bars.get(place + 1).adjustedClose();
    double now = bars.get(place).adjustedClose();
    double beyond = Math.exp(size);
    double wanted =
        up
            ? Math.max(now, Math.max(before, after)) * beyond
            : Math.min(now, Math.min(before, after)) / beyond;
    return scaled(bars, Kind.OUTLIER, place, place + 1, wanted / now);
  }

  /** An outlier too small for the catalogue: so many usual moves beyond both neighbours. */
  static InjectedFault smallOutlier(RawSeries clean, double moves, Random random) {
    List<RawBar> bars = new ArrayList<>(clean.bars());
    int place = 20 + random.nextInt(bars.size() - 60);
    return outlier(bars, place, moves * FatTails.usualMove(clean), random.nextBoolean());
  }

  /** A lasting step that no split explains: a factor no unit has. */
  static InjectedFault untoldStep(RawSeries clean, double factor, Random random) {
    List<RawBar> bars = new ArrayList<>(clean.bars());
    return scaled(bars, Kind.SPLIT_OLDER, 0, 20 + random.nextInt(bars.size() - 60), factor);
  }

  /** Works a multiple of the dividend into the adjusted closes instead of the dividend. */
  private static InjectedFault workedIn(List<RawBar> bars, Kind kind, int exDate, double multiple) {
    double share = bars.get(exDate).dividend() / bars.get(exDate - 1).close();
    double factor = (1 - multiple * share) / (1 - share);
    for (int i = 0; i < exDate; i++) {
      change(bars, i, RawField.ADJUSTED_CLOSE, v -> v * factor);
    }
    return of(bars, kind, exDate - 1, exDate);
  }

  private static InjectedFault told(
      List<RawBar> bars, Kind kind, int exDate, DoubleUnaryOperator change) {
    change(bars, exDate, RawField.DIVIDEND, change);
    return of(bars, kind, exDate - 1, exDate);
  }
}
