package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why there are no target weights. */
public enum OptimizationReason implements Reason {
  BOUNDS_INFEASIBLE(
      FailureKind.FAILED_PRECONDITION, "No weights within the bounds sum to the invested weight."),
  REQUIRED_NOT_MEASURABLE(
      FailureKind.FAILED_PRECONDITION,
      "A security with a minimum weight above zero has too little history to be measured."),
  NOTHING_MEASURABLE(
      FailureKind.FAILED_PRECONDITION, "No security has enough history to be measured."),
  NOT_PROVEN(
      FailureKind.INTERNAL,
      "The solver's weights did not satisfy the optimality conditions, so they are not given.");

  private final FailureKind kind;
  private final String meaning;

  OptimizationReason(FailureKind kind, String meaning) {
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
