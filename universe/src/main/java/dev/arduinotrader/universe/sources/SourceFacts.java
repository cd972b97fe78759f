package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.Fundamental;
import java.util.List;

/**
 * Dated facts that a source gave of one security.
 *
 * @param rejected one sentence for each value that cannot be true and was left out
 */
public record SourceFacts(List<Fundamental> facts, List<String> rejected) {
  public SourceFacts {
    facts = List.copyOf(facts);
    rejected = List.copyOf(rejected);
  }

  /** Whether nothing was told at all, neither believed nor rejected. */
  boolean isEmpty() {
    return facts.isEmpty() && rejected.isEmpty();
  }
}
