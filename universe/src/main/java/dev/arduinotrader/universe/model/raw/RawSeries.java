package dev.arduinotrader.universe.model.raw;

import java.util.List;

/**
 * The rows of one security in the order in which the source gave them, which may be any order; rows
 * may contradict each other or repeat.
 *
 * @param interval how long a bar lasts
 */
public record RawSeries(RawInterval interval, List<RawBar> bars) {
  public RawSeries {
    bars = List.copyOf(bars);
  }

  /** Daily rows. */
  public static RawSeries daily(List<RawBar> bars) {
    return new RawSeries(RawInterval.DAY, bars);
  }

  /** Whether any row has a number in this field. */
  public boolean has(RawField field) {
    return bars.stream().anyMatch(bar -> !Double.isNaN(bar.value(field)));
  }
}
