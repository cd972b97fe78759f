package dev.arduinotrader.universe.store;

import java.util.HashSet;
import java.util.Set;

/**
 * What a change has written, so that readers forget what they keep of it.
 *
 * @param series keys of series
 * @param isins securities of which the sources or actions may have changed
 */
record Touched(Set<String> series, Set<String> isins) {
  Touched() {
    this(new HashSet<>(), new HashSet<>());
  }
}
