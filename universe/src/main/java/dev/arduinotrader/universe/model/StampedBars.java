package dev.arduinotrader.universe.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** All columns of a series, and when each bar was stored. */
public final class StampedBars {
  private final BarSeries series;
  private final long[] storedAtMicros;

  /**
   * @param storedAtMicros one for each bar: microseconds since 1970-01-01T00:00Z, 0 where not noted
   */
  public StampedBars(BarSeries series, long[] storedAtMicros) {
    if (storedAtMicros.length != series.bars().size()) {
      throw new IllegalArgumentException("expected as many times as bars");
    }
    this.series = series;
    this.storedAtMicros = storedAtMicros;
  }

  /** Bars that are made anew whenever they are asked for. */
  public static StampedBars neverStored(BarSeries series) {
    return new StampedBars(series, new long[series.bars().size()]);
  }

  /** The bars from one index to before another, at least one. */
  public StampedBars range(int from, int to) {
    BarSeries part =
        new BarSeries(
            series.basis(), series.source(), series.version(), series.bars().range(from, to));
    return new StampedBars(part, Arrays.copyOfRange(storedAtMicros, from, to));
  }

  public BarSeries series() {
    return series;
  }

  /** When the bar of this index was stored; empty where that was not noted. */
  public Optional<Instant> storedAt(int index) {
    long micros = storedAtMicros[index];
    return micros == 0
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
