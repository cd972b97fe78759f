package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Whether the books add up.
 *
 * @param faults one sentence for everything that does not; empty when all is well
 */
public record BooksVerification(long transactions, long postings, List<String> faults) {
  public BooksVerification {
    faults = List.copyOf(faults);
  }

  public boolean balanced() {
    return faults.isEmpty();
  }
}
