package dev.arduinotrader.universe;

import java.util.List;

/**
 * Which source is believed where several have the same thing.
 *
 * @param chosen the owner's order, the first one first; may be empty
 * @param stored names of the sources of which bars are stored, in the order in which they are
 *     believed: the owner's, then imported files, then the others by name
 */
public record SourceOrder(List<String> chosen, List<String> stored) {
  public SourceOrder {
    chosen = List.copyOf(chosen);
    stored = List.copyOf(stored);
  }
}
