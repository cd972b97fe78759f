package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.universe.model.raw.RawField;
import dev.arduinotrader.universe.model.validation.Finding.Change;
import dev.arduinotrader.universe.model.validation.ScaleFactors.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds runs of bars that are off by a power of ten or by the ratio of a told split. A run that
 * comes back is repaired. When a step never comes back, the newer bars are believed: except for the
 * last few, which are not stored until more bars confirm them, and except for steps by ten without
 * a split, which a fall of 90 % can be.
 */
final class ScaleCheck {
  private static final int RUN_BARS_MAX = 250;

  /** A split is misplaced by days; a step of its ratio much later is a move of its own. */
  private static final int SPLIT_RUN_BARS_MAX = 30;

  /** Two moves of the ratio of a split such as 3:2 also happen by themselves within a month. */
  private static final int SMALL_SPLIT_RUN_BARS_MAX = 5;

  private static final double SMALL_SPLIT = Math.log(1.9);

  /** So many newest bars alone do not outweigh the history before them. */
  private static final int UNCONFIRMED_BARS = 3;

  private static final int HISTORY_BARS_MIN = 20;

  private final Columns columns;
  private final ValidationContext context;
  private final Notes notes;
  private final boolean[] rejected;
  private final ScaleFactors factors;

  ScaleCheck(Columns columns, ValidationContext context, Notes notes, boolean[] rejected) {
    this.columns = columns;
    this.context = context;
    this.notes = notes;
    this.rejected = rejected;
    this.factors = new ScaleFactors(columns);
  }

  void check() {
    if (hasAdjusted()) {
      check(RawField.ADJUSTED_CLOSE);
    }
    check(RawField.CLOSE);
  }

  private boolean hasAdjusted() {
    return columns.has(RawField.ADJUSTED_CLOSE);
  }

  private void check(RawField field) {
    double[] levels = Levels.logarithms(columns, field);
    Noise noise = new Noise(levels);
    int i = 1;
    while (i < levels.length) {
      double step = levels[i] - levels[i - 1];
      Optional<Match> match = factors.match(i, step, noise.at(i));
      if (match.isEmpty() || rejected[i]) {
        i++;
        continue;
      }
      int end = endOfRun(levels, i, match.get());
      boolean lastingToo = field == RawField.ADJUSTED_CLOSE || !hasAdjusted();
      if (end > 0) {
        repair(i, end, match.get(), field, "%d bars, then back".formatted(end - i));
        levels = Levels.logarithms(columns, field);
        i = end;
      } else {
        int start = startOfRun(levels, i, match.get());
        // Closes as traded beside adjusted ones step at every split and large dividend.
        if (start > 0) {
          Match run = new Match(1 / match.get().factor(), match.get().split());
          repair(start, i, run, field, "%d bars, then back".formatted(i - start));
          levels = Levels.logarithms(columns, field);
        } else if (lastingToo && lasting(levels, i, match.get(), field)) {
          levels = Levels.logarithms(columns, field);
        }
        i++;
      }
    }
  }

  /** The first bar after the run that is back at the level before it; -1 when none is. */
  private static int endOfRun(double[] levels, int start, Match match) {
    int last = Math.min(levels.length - 1, start + runMax(match));
    for (int j = start + 1; j <= last; j++) {
      boolean back = Math.abs(levels[j] - levels[start - 1]) < Math.abs(match.log()) / 2;
      if (back && ScaleFactors.takesBack(match, levels[j] - levels[j - 1])) {
        return j;
      }
    }
    return -1;
  }

  private static int runMax(Match match) {
    if (match.split() < 0) {
      return RUN_BARS_MAX;
    }
    return Math.abs(match.log()) < SMALL_SPLIT ? SMALL_SPLIT_RUN_BARS_MAX : SPLIT_RUN_BARS_MAX;
  }

  /** The first bar of the run that ends before this one, when its beginning was unusual. */
  private static int startOfRun(double[] levels, int end, Match match) {
    for (int j = end - 1; j >= Math.max(1, end - runMax(match)); j--) {
      boolean back = Math.abs(levels[j - 1] - levels[end]) < Math.abs(match.log()) / 2;
      if (back && ScaleFactors.takesBack(match, levels[j] - levels[j - 1])) {
        return j;
      }
    }
    return -1;
  }

  private boolean lasting(double[] levels, int index, Match match, RawField field) {
    int newer = columns.size() - index;
    boolean power = match.split() < 0;
    if (!power && isOrdinarySplit(index, match)) {
      return false;
    }
    if (power && newer <= UNCONFIRMED_BARS && index >= HISTORY_BARS_MIN) {
      rejectNewest(index, match);
      return false;
    }
    boolean byTen = power && Math.abs(match.log()) < Math.log(50);
    if (byTen || isDoubtful(levels, index, match) || (!power && !isSplitAdjusted())) {
      flagLasting(index, match);
      return false;
    }
    Match older = new Match(1 / match.factor(), match.split());
    repair(0, index, older, field, "all bars before " + columns.date(index));
    return true;
  }

  /** A large step the other way near by may be the other end of a run, hidden in a large move. */
  private static boolean isDoubtful(double[] levels, int index, Match match) {
    int first = Math.max(1, index - RUN_BARS_MAX);
    int last = Math.min(levels.length - 1, index + RUN_BARS_MAX);
    for (int i = first; i <= last; i++) {
      if ((levels[i] - levels[i - 1]) / match.log() < -0.5) {
        return true;
      }
    }
    return false;
  }

  /** In prices as traded, a split shows on its own day. */
  private boolean isOrdinarySplit(int index, Match match) {
    double ratio = columns.value(RawField.SPLIT, match.split());
    return !isSplitAdjusted() && match.split() == index && match.factor() * ratio == 1;
  }

  private boolean isSplitAdjusted() {
    return hasAdjusted()
        || context.basis() == PriceBasis.SPLIT_ADJUSTED
        || context.basis() == PriceBasis.TOTAL_RETURN;
  }

  private void rejectNewest(int index, Match match) {
    for (int i = index; i < columns.size(); i++) {
      rejected[i] = true;
      notes.add(
          Finding.rejected(
              columns.time(i),
              CheckedField.BAR,
              columns.value(RawField.CLOSE, i),
              FindingKind.UNIT_ERROR,
              0.9,
              "the newest closes are %s times those before%s; not believed until more than %d bars"
                      .formatted(Shown.of(match.factor()), context.unit(), UNCONFIRMED_BARS)
                  + " say so",
              List.of()));
    }
  }

  private void flagLasting(int index, Match match) {
    notes.add(
        Finding.flagged(
            columns.time(index),
            CheckedField.CLOSE,
            columns.value(RawField.CLOSE, index),
            match.split() < 0 ? FindingKind.LEVEL_CHANGE : FindingKind.SPLIT_ERROR,
            0.7,
            "from here on prices are about %s times those before"
                .formatted(Shown.of(match.factor()))));
  }

  /** Divides the bars of a run by the factor that put them off; a finding for each bar. */
  private void repair(int from, int to, Match off, RawField field, String where) {
    double scale = 1 / off.factor();
    boolean adjustedToo = field == RawField.ADJUSTED_CLOSE;
    boolean closesToo = !adjustedToo || closesAreOff(from, to, off.log());
    FindingKind kind = off.split() < 0 ? FindingKind.UNIT_ERROR : FindingKind.SPLIT_ERROR;
    String why =
        off.split() < 0
            ? "prices are %s times their neighbours%s (%s)"
                .formatted(Shown.of(off.factor()), context.unit(), where)
            : "prices are %s times their neighbours, the ratio of the split of %s (%s)"
                .formatted(Shown.of(off.factor()), columns.date(off.split()), where);
    for (int i = from; i < to; i++) {
      List<Change> changes = new ArrayList<>();
      if (closesToo) {
        scaleTraded(i, scale, changes);
      }
      if (adjustedToo && columns.value(RawField.ADJUSTED_CLOSE, i) > 0) {
        scale(RawField.ADJUSTED_CLOSE, i, scale, changes);
      }
      double volume = columns.value(RawField.VOLUME, i);
      if (closesToo && off.split() >= 0 && volume > 0) {
        changes.add(columns.change(RawField.VOLUME, i, Math.rint(volume / scale)));
      }
      notes.add(
          Finding.repaired(changes.getFirst(), kind, 0.98, "x " + Shown.of(scale), why, changes));
    }
  }

  /** Whether the closes make the same step as the adjusted ones where the run begins or ends. */
  private boolean closesAreOff(int from, int to, double log) {
    double[] closes = Levels.logarithms(columns, RawField.CLOSE);
    double in = from > 0 ? closes[from] - closes[from - 1] : 0;
    double out = to < closes.length ? closes[to - 1] - closes[to] : 0;
    return in / log > 0.5 || out / log > 0.5;
  }

  /** Scales the close, and those of the other prices that are near it. */
  private void scaleTraded(int index, double scale, List<Change> changes) {
    double close = columns.value(RawField.CLOSE, index);
    scale(RawField.CLOSE, index, scale, changes);
    for (RawField field : List.of(RawField.OPEN, RawField.HIGH, RawField.LOW)) {
      double value = columns.value(field, index);
      if (value > 0 && Math.abs(Math.log(value / close)) < Math.abs(Math.log(scale)) / 2) {
        scale(field, index, scale, changes);
      }
    }
  }

  private void scale(RawField field, int index, double scale, List<Change> changes) {
    changes.add(columns.change(field, index, columns.value(field, index) * scale));
  }
}
