package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A source that can say what a security is, asked when one is added by its identifier. */
@FunctionalInterface
public interface SecurityLookup {
  /** What the source knows of an ISIN or a symbol; empty when it knows no such security. */
  Optional<Found> find(String identifier);

  /**
   * A security as a source knows it.
   *
   * @param source who says so
   * @param facts those that it knows
   */
  record Found(Isin isin, String source, SortedMap<SecurityField, String> facts) {
    public Found {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
  }
}
