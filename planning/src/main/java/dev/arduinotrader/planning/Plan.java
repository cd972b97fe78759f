package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * The best next trades for one snapshot, with the proof and the alternatives.
 *
 * @param planHash SHA-256 over the inputs' hashes and the steps
 * @param steps sales first; empty when doing nothing is best
 * @param scoreNow of the portfolio as it is: candidate zero, doing nothing
 * @param scoreAfter of the end state of the steps
 * @param improvement scoreAfter less scoreNow
 * @param costs of all steps, in the base currency
 * @param certificate how it is known that nothing better exists
 * @param alternatives the next best sets and why they lost, best first
 * @param rejected candidates that were not even tried, with the rule and its numbers
 * @param targets where each security stands against its target weight
 * @param completeness 0 to 1, the share of the inputs that was known
 * @param narrative the whole plan in a few sentences
 */
public record Plan(
    String planHash,
    String snapshotId,
    String identityHash,
    String marketHash,
    Instant decisionTime,
    List<PlanStep> steps,
    double scoreNow,
    double scoreAfter,
    double improvement,
    Money costs,
    Certificate certificate,
    List<Alternative> alternatives,
    List<RejectedCandidate> rejected,
    List<TargetGap> targets,
    double completeness,
    String narrative) {
  public Plan {
    steps = List.copyOf(steps);
    alternatives = List.copyOf(alternatives);
    rejected = List.copyOf(rejected);
    targets = List.copyOf(targets);
  }

  /** True when the best thing to do is nothing. */
  public boolean isDoNothing() {
    return steps.isEmpty();
  }
}
