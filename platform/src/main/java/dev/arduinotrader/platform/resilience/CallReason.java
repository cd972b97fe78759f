package dev.arduinotrader.platform.resilience;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a call was not even sent. */
public enum CallReason implements Reason {
  CIRCUIT_OPEN(
      FailureKind.UNAVAILABLE,
      "The target failed too often in a row; calls are refused until it is tried again."),
  TARGET_BUSY(
      FailureKind.RESOURCE_EXHAUSTED,
      "As many callers of this process as may wait for the target already do.");

  private final FailureKind kind;
  private final String meaning;

  CallReason(FailureKind kind, String meaning) {
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
