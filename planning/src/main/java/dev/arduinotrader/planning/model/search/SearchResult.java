package dev.arduinotrader.planning.model.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param best the best sets, best first; doing nothing is one of the candidates
 * @param proven nothing better exists
 * @param examined sets whose score was computed
 * @param total all sets up to the depth, the empty one included; {@link Long#MAX_VALUE} when more
 * @param settled share of all sets that were examined, not allowed, or bounded; 1 when proven
 * @param gap by how much an unexamined set could be better at most; 0 when proven
 */
public record SearchResult(
    List<Found> best, boolean proven, long examined, long total, double settled, double gap) {
  public SearchResult {
    best = List.copyOf(best);
  }
}
