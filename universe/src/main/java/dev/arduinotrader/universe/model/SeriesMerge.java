package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.market.PriceBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a stored series when new bars of the same security arrive. */
public final class SeriesMerge {
  private static final double SAME_RELATIVE = 1e-9;

  private SeriesMerge() {}

  /** What is to be stored. */
  public sealed interface Outcome {
    /** Nothing changes. */
    record Unchanged() implements Outcome {}

    /** This series takes the place of the stored one. */
    record Replaced(BarSeries series) implements Outcome {}

    /** The new bars cannot stand beside the stored ones; one sentence says why. */
    record Refused(String message) implements Outcome {}
  }

  /**
   * New bars that cover all stored dates replace them. Otherwise both must be of one basis, and
   * adjusted ones must agree on the dates they share, or a step that never happened would appear
   * where they meet; the new values then stand on their own dates and the stored ones on the rest.
   *
   * @param now becomes the version in microseconds when the series is new or an earlier value
   *     changes: a number counted from 1 would come again after a move to another ISIN or a
   *     restored backup, and a caller would join new closes to what it held before
   */
  public static Outcome merge(
      @Nullable BarSeries stored, PriceBasis basis, String source, Bars incoming, Instant now) {
    long version = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    if (stored == null) {
      return new Outcome.Replaced(new BarSeries(basis, source, version, incoming));
    }
    Bars old = stored.bars();
    if (incoming.firstDay() <= old.firstDay() && incoming.lastDay() >= old.lastDay()) {
      return joined(stored, basis, source, incoming, version);
    }
    if (basis != stored.basis()) {
      return new Outcome.Refused(
          "expected prices of basis %s as stored from %s, found %s%s"
              .formatted(stored.basis(), stored.source(), basis, remedy(old)));
    }
    int differing = basis == PriceBasis.RAW ? -1 : firstDifference(old, incoming);
    if (differing >= 0) {
      return new Outcome.Refused(
          "expected the stored close of %s, found another: the file was adjusted anew%s"
              .formatted(LocalDate.ofEpochDay(differing), remedy(old)));
    }
    Bars before = old.range(0, old.countUntil(incoming.firstDay() - 1));
    Bars after = old.range(old.countUntil(incoming.lastDay()), old.size());
    return joined(stored, basis, source, before.then(incoming).then(after), version);
  }

  private static String remedy(Bars old) {
    return "\nMaybe import a file that covers all stored dates, %s to %s; it replaces them."
        .formatted(LocalDate.ofEpochDay(old.firstDay()), LocalDate.ofEpochDay(old.lastDay()));
  }

  private static Outcome joined(
      BarSeries stored, PriceBasis basis, String source, Bars bars, long changed) {
    boolean sameKind = basis == stored.basis();
    if (sameKind && bars.equals(stored.bars())) {
      return new Outcome.Unchanged();
    }
    boolean grows = sameKind && keeps(stored.bars(), bars);
    long version = grows ? stored.version() : Math.max(stored.version() + 1, changed);
    return new Outcome.Replaced(new BarSeries(basis, source, version, bars));
  }

  /** True when the new bars begin with all the old closes. */
  private static boolean keeps(Bars old, Bars bars) {
    int size = old.size();
    return bars.size() >= size
        && Arrays.equals(old.epochDays(), 0, size, bars.epochDays(), 0, size)
        && Arrays.equals(old.closes(), 0, size, bars.closes(), 0, size);
  }

  /** The first shared day whose closes differ, -1 when none does. */
  private static int firstDifference(Bars old, Bars incoming) {
    int mine = 0;
    int theirs = 0;
    while (mine < old.size() && theirs < incoming.size()) {
      int difference = Integer.compare(old.epochDay(mine), incoming.epochDay(theirs));
      if (difference == 0) {
        double before = old.closes()[mine];
        if (Math.abs(incoming.closes()[theirs] - before) > SAME_RELATIVE * before) {
          return old.epochDay(mine);
        }
      }
      mine += difference <= 0 ? 1 : 0;
      theirs += difference >= 0 ? 1 : 0;
    }
    return -1;
  }
}
