package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a security has no score. */
public enum ScoringReason implements Reason {
  NO_PRICES(
      FailureKind.FAILED_PRECONDITION,
      "The universe knows no price of the security at the decision time."),
  HISTORY_TOO_SHORT(
      FailureKind.FAILED_PRECONDITION,
      "The security has too few daily closes or months of them to be scored."),
  PRICES_STALE(
      FailureKind.FAILED_PRECONDITION,
      "The latest close is too old to say anything about the security at the decision time."),
  NOTHING_MEASURABLE(
      FailureKind.FAILED_PRECONDITION,
      "No part with a weight above zero could be measured from the security's prices.");

  private final FailureKind kind;
  private final String meaning;

  ScoringReason(FailureKind kind, String meaning) {
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
