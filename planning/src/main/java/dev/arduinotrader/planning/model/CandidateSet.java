package dev.arduinotrader.planning.model;

import dev.arduinotrader.planning.RejectedCandidate;
import java.util.List;

/**
 * What enters the search, and what does not.
 *
 * @param choices per asset its candidates, smallest first, in the order of ISIN
 * @param rejected in the order of ISIN
 */
record CandidateSet(List<List<Candidate>> choices, List<RejectedCandidate> rejected) {
  CandidateSet {
    choices = choices.stream().map(List::copyOf).toList();
    rejected = List.copyOf(rejected);
  }

  int candidates() {
    return choices.stream().mapToInt(List::size).sum();
  }
}
