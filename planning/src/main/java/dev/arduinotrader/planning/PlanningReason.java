package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why there is no plan. */
public enum PlanningReason implements Reason {
  PLANNING_INCOMPLETE(
      FailureKind.FAILED_PRECONDITION,
      "The value of something the account has is not known, so no weight can be computed."),
  NOTHING_TO_OPTIMISE(
      FailureKind.FAILED_PRECONDITION,
      "No security of the snapshot has a usable price and a score."),
  POLICY_CONTRADICTORY(
      FailureKind.FAILED_PRECONDITION,
      "The investment policy asks for weights that its own limits exclude."),
  ANSWER_INCONSISTENT(
      FailureKind.INTERNAL, "Scoring or optimization answered something that does not fit.");

  private final FailureKind kind;
  private final String meaning;

  PlanningReason(FailureKind kind, String meaning) {
    this.kind = kind;
    this.meaning = meaning;
  }

  @Override
  public FailureKind kind() {
    return kind;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
