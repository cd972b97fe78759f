package dev.arduinotrader.planning.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The countries or the industries of a state, in the order of their names.
 *
 * <p>Securities whose group is not known share one group of their own. It is held to the same
 * limit: they may all be in the same country.
 */
record Groups(String kind, List<String> names) {
  private static final String UNKNOWN = "unknown";

  Groups {
    names = List.copyOf(names);
  }

  static Groups of(String kind, Collection<@Nullable String> names) {
    TreeSet<String> sorted = new TreeSet<>();
    names.forEach(name -> sorted.add(known(name)));
    return new Groups(kind, List.copyOf(sorted));
  }

  static boolean isKnown(@Nullable String name) {
    return name != null && !name.isBlank();
  }

  private static String known(@Nullable String name) {
    return name == null || name.isBlank() ? UNKNOWN : name;
  }

  int indexOf(@Nullable String name) {
    return names.indexOf(known(name));
  }

  int size() {
    return names.size();
  }
}
