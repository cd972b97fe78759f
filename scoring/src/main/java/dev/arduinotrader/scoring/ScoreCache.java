package dev.arduinotrader.scoring;

import dev.arduinotrader.scoring.model.Assessment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finished scores by the hash of their inputs, the least recently used dropped first. Safe for use
 * by many threads. In memory only: it holds nothing that could not be computed again at once.
 */
final class ScoreCache {
  private final int entriesMax;
  private final LinkedHashMap<String, Assessment> entries;

  ScoreCache(int entriesMax) {
    this.entriesMax = entriesMax;
    this.entries = new LinkedHashMap<>(16, 0.75f, true);
  }

  synchronized Optional<Assessment> find(String inputsHash) {
    return Optional.ofNullable(entries.get(inputsHash));
  }

  synchronized void keep(String inputsHash, Assessment assessment) {
    entries.put(inputsHash, assessment);
    if (entries.size() > entriesMax) {
      Map.Entry<String, Assessment> oldest = entries.firstEntry();
      entries.remove(oldest.getKey());
    }
  }

  synchronized int size() {
    return entries.size();
  }
}
