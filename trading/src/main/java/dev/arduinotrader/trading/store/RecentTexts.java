package dev.arduinotrader.trading.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what texts that were read lately mean: the gate reads the same orders several times for
 * every new one, each time from a transaction of its own.
 *
 * @param <T> immutable
 */
final class RecentTexts<T> {
  private static final int TEXTS_MAX = 2_000;

  private final Function<String, T> reading;
  private final Map<String, T> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > TEXTS_MAX;
        }
      };

  /**
   * @param reading gives the same meaning for the same text, always
   */
  RecentTexts(Function<String, T> reading) {
    this.reading = reading;
  }

  synchronized T read(String text) {
    return recent.computeIfAbsent(text, reading);
  }
}
