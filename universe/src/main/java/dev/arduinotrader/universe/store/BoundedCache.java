package dev.arduinotrader.universe.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Keeps the values used last in memory, up to a sum of their weights. */
final class BoundedCache<V> {
  private final long weightMax;
  private final ToIntFunction<V> weight;
  private final Map<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private long sum;
  private long generation;

  BoundedCache(long weightMax, ToIntFunction<V> weight) {
    this.weightMax = weightMax;
    this.weight = weight;
  }

  synchronized Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Ask for it before reading what is to be put: a change in between makes the value stale. */
  synchronized long generation() {
    return generation;
  }

  /** Keeps a value that was read since this generation began; ignores a stale one. */
  synchronized void put(String key, V value, long readIn) {
    if (readIn != generation) {
      return;
    }
    V before = values.put(key, value);
    sum += weight.applyAsInt(value) - (before == null ? 0 : weight.applyAsInt(before));
    Iterator<V> oldest = values.values().iterator();
    while (sum > weightMax && oldest.hasNext()) {
      sum -= weight.applyAsInt(oldest.next());
      oldest.remove();
    }
  }

  /** Forgets what these keys stand for and begins a new generation. */
  synchronized void forget(Set<String> keys) {
    for (String key : keys) {
      V before = values.remove(key);
      sum -= before == null ? 0 : weight.applyAsInt(before);
    }
    generation++;
  }
}
