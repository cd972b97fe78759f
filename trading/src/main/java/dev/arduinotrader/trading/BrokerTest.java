package dev.arduinotrader.trading;

import java.util.List;

/**
 * What a broker was seen to do with questions that change nothing.
 *
 * @param broker such as paper
 * @param identity whose money it is, in the broker's words; empty when it cannot say
 * @param findings one for each question, in the order of the cards
 */
public record BrokerTest(String broker, String identity, List<Finding> findings) {
  public BrokerTest {
    findings = List.copyOf(findings);
  }

  /** What came of one card. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** The broker did not answer, or the card cannot be seen without an order. */
    UNCLEAR
  }

  /**
   * One card, as far as a question can show it.
   *
   * @param card its number, such as B04
   * @param seen what was answered, in words for a person
   */
  public record Finding(String card, Outcome outcome, String seen) {}

  /** Whether nothing failed and nothing stayed unclear. */
  public boolean passes() {
    return findings.stream().allMatch(finding -> finding.outcome() == Outcome.PASSED);
  }
}
