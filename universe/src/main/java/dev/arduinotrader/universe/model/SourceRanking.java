package dev.arduinotrader.universe.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several sources of the same thing is believed: the owner's order; after it imported
 * files, and then the others by name.
 *
 * @param names the owner's order, the first one first; may be empty
 */
public record SourceRanking(List<String> names) {
  /** The name of all imported files together. */
  public static final String FILES = "file";

  public SourceRanking {
    names = List.copyOf(names);
  }

  /** The name of a source without its detail: file of file:prices.csv. */
  public static String name(String source) {
    int colon = source.indexOf(':');
    return colon < 0 ? source : source.substring(0, colon);
  }

  /** The names from the most to the least believed. */
  public List<String> sorted(Collection<String> sources) {
    return sources.stream().distinct().sorted(order()).toList();
  }

  /** The most believed of these names. */
  public Optional<String> first(Collection<String> sources) {
    return sources.stream().min(order());
  }

  private Comparator<String> order() {
    return Comparator.comparingInt(this::rank).thenComparing(Comparator.naturalOrder());
  }

  private int rank(String name) {
    int position = names.indexOf(name);
    if (position >= 0) {
      return position;
    }
    return name.equals(FILES) ? names.size() : names.size() + 1;
  }
}
