package dev.arduinotrader.optimization.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.optimization.Excluded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the closes of many securities on common days. Nothing is filled in, forward or backward.
 *
 * <p>Left out, each with its reason, are securities whose latest close is older than 30 days, those
 * with closes on less than 80 % of the window's days or on fewer than 61 of them, and those whose
 * price never moved. If the rest have fewer than 61 days in common, those go whose absence costs
 * most days, one at a time, securities that the owner requires last.
 */
public final class ReturnAligner {
  public static final int RETURNS_MIN = 60;
  public static final int CLOSE_AGE_DAYS_MAX = 30;

  private static final double WINDOW_SHARE_MIN = 0.8;

  private final Set<Isin> required;
  private final int[] window;
  private final List<WindowRow> rows = new ArrayList<>();
  private final SortedMap<Isin, Excluded> excluded = new TreeMap<>();

  private ReturnAligner(Set<Isin> required, int[] window) {
    this.required = required;
    this.window = window;
  }

  /**
   * The returns of all that can be measured, in the order of their ISIN.
   *
   * @param histories closes in one currency, each not empty; in the order of ISIN
   * @param required securities to be left out last
   * @param windowDays how many of the latest trading days count
   * @param decided the day of the decision
   */
  public static AlignedReturns align(
      SortedMap<Isin, PriceSeries> histories,
      Set<Isin> required,
      int windowDays,
      LocalDate decided) {
    SortedMap<Isin, PriceSeries> fresh = new TreeMap<>();
    SortedMap<Isin, Excluded> stale = new TreeMap<>();
    histories.forEach(
        (isin, closes) -> {
          LocalDate last = closes.date(closes.size() - 1);
          if (decided.toEpochDay() - last.toEpochDay() > CLOSE_AGE_DAYS_MAX) {
            stale.put(isin, new Excluded(isin, staleReason(last, decided)));
          } else {
            fresh.put(isin, closes);
          }
        });
    ReturnAligner aligner =
        new ReturnAligner(required, TradingWindow.of(fresh.values(), windowDays));
    aligner.excluded.putAll(stale);
    return aligner.align(fresh);
  }

  private static String staleReason(LocalDate last, LocalDate decided) {
    return "the latest close is of %s, more than %d days before %s"
        .formatted(last, CLOSE_AGE_DAYS_MAX, decided);
  }

  private AlignedReturns align(SortedMap<Isin, PriceSeries> histories) {
    int needed = Math.max(RETURNS_MIN + 1, (int) Math.ceil(WINDOW_SHARE_MIN * window.length));
    for (Map.Entry<Isin, PriceSeries> entry : histories.entrySet()) {
      WindowRow row = WindowRow.of(entry.getKey(), entry.getValue(), window);
      if (row.count() < needed) {
        exclude(
            row.isin(),
            "closes on %d of the latest %d trading days, at least %d are needed"
                .formatted(row.count(), window.length, needed));
      } else {
        rows.add(row);
      }
    }
    return returns(settledDays());
  }

  /** Drops what must go until the common days of the rest are enough, and gives those. */
  private boolean[] settledDays() {
    boolean[] common = commonDays();
    boolean dropped = true;
    while (dropped && !rows.isEmpty()) {
      dropped = count(common) < RETURNS_MIN + 1 ? dropWorst(count(common)) : dropUnmoved(common);
      common = commonDays();
    }
    return common;
  }

  private void exclude(Isin isin, String reason) {
    excluded.put(isin, new Excluded(isin, reason));
  }

  /** Drops those whose price is the same on all common days; whether there were any. */
  private boolean dropUnmoved(boolean[] common) {
    List<WindowRow> unmoved = rows.stream().filter(row -> !row.movesOn(common)).toList();
    for (WindowRow row : unmoved) {
      exclude(row.isin(), "its price never moved on the days common with the other securities");
    }
    return rows.removeAll(unmoved);
  }

  private boolean[] commonDays() {
    boolean[] common = new boolean[window.length];
    for (int day = 0; day < common.length; day++) {
      common[day] = missing(day) == 0;
    }
    return common;
  }

  private int missing(int day) {
    int missing = 0;
    for (WindowRow row : rows) {
      missing += row.hasClose(day) ? 0 : 1;
    }
    return missing;
  }

  private static int count(boolean[] common) {
    int count = 0;
    for (boolean day : common) {
      count += day ? 1 : 0;
    }
    return count;
  }

  /** Drops the row that alone stands in the way of most days, or else has the fewest closes. */
  private boolean dropWorst(int commonDays) {
    Map<Isin, Integer> blocked = new TreeMap<>();
    for (int day = 0; day < window.length; day++) {
      if (missing(day) == 1) {
        for (WindowRow row : rows) {
          if (!row.hasClose(day)) {
            blocked.merge(row.isin(), 1, Integer::sum);
          }
        }
      }
    }
    WindowRow worst =
        rows.stream()
            .min(
                Comparator.comparing((WindowRow row) -> required.contains(row.isin()))
                    .thenComparing(row -> -blocked.getOrDefault(row.isin(), 0))
                    .thenComparing(WindowRow::count)
                    .thenComparing(WindowRow::isin))
            .orElseThrow();
    exclude(
        worst.isin(),
        "with it only %d days have closes of all securities, at least %d are needed"
            .formatted(commonDays, RETURNS_MIN + 1));
    return rows.remove(worst);
  }

  private AlignedReturns returns(boolean[] common) {
    double[][] returns = new double[rows.size()][];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = rows.get(i).returnsOver(common);
    }
    return new AlignedReturns(
        rows.stream().map(WindowRow::isin).toList(), returns, List.copyOf(excluded.values()));
  }
}
