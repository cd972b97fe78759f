package dev.arduinotrader.platform.lifecycle;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a process did not start. */
public enum LifecycleReason implements Reason {
  START_FAILED(FailureKind.INTERNAL, "A step of the start failed through a fault of the program.");

  private final FailureKind kind;
  private final String meaning;

  LifecycleReason(FailureKind kind, String meaning) {
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
