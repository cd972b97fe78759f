package dev.arduinotrader.portfolio;

import java.util.List;

/**
 * Whether the books add up.
 *
 * @param faults one sentence for everything that does not; empty when all is well
 * @param unexplained one sentence for every fact of the broker that is booked and that nothing in
 *     the ledger explains yet
 */
public record BooksVerification(
    long transactions, long postings, List<String> faults, List<String> unexplained) {
  public BooksVerification {
    faults = List.copyOf(faults);
    unexplained = List.copyOf(unexplained);
  }

  /** Books in which every fact is explained. */
  public BooksVerification(long transactions, long postings, List<String> faults) {
    this(transactions, postings, faults, List.of());
  }

  public BooksVerification withUnexplained(List<String> sentences) {
    return new BooksVerification(transactions, postings, faults, sentences);
  }

  public boolean balanced() {
    return faults.isEmpty();
  }
}
