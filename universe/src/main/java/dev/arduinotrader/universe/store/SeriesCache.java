package dev.arduinotrader.universe.store;

import dev.arduinotrader.universe.model.BarSeries;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the series used last unpacked in memory, up to a number of bars. */
final class SeriesCache {
  private final long barsMax;
  private final Map<String, BarSeries> series = new LinkedHashMap<>(16, 0.75f, true);
  private long bars;
  private long generation;

  SeriesCache(long barsMax) {
    this.barsMax = barsMax;
  }

  synchronized Optional<BarSeries> get(String key) {
    return Optional.ofNullable(series.get(key));
  }

  /** Ask for it before reading what is to be put: a change in between makes the value stale. */
  synchronized long generation() {
    return generation;
  }

  /** Keeps a series that was read since this generation began; ignores a stale one. */
  synchronized void put(String key, BarSeries value, long readIn) {
    if (readIn != generation) {
      return;
    }
    BarSeries before = series.put(key, value);
    bars += value.bars().size() - (before == null ? 0 : before.bars().size());
    Iterator<BarSeries> oldest = series.values().iterator();
    while (bars > barsMax && oldest.hasNext()) {
      bars -= oldest.next().bars().size();
      oldest.remove();
    }
  }

  /** Forgets everything and begins a new generation. */
  synchronized void clear() {
    series.clear();
    bars = 0;
    generation++;
  }
}
