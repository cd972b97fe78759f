package dev.arduinotrader.universe;

import java.util.List;

/**
 * What a search found, the best match first.
 *
 * @param total how many there are, also beyond the limit
 */
public record SecurityMatches(List<SecurityMatch> matches, int total) {
  public SecurityMatches {
    matches = List.copyOf(matches);
  }
}
