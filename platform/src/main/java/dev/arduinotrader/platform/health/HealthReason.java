package dev.arduinotrader.platform.health;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a process that is well still refuses. */
public enum HealthReason implements Reason {
  DEPLOYMENT_OLD(
      FailureKind.FAILED_PRECONDITION,
      "The process runs by an older deployment epoch than another one, so it does not write.");

  private final FailureKind kind;
  private final String meaning;

  HealthReason(FailureKind kind, String meaning) {
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
