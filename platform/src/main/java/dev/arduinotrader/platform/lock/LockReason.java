package dev.arduinotrader.platform.lock;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a data directory is not to be used now. */
public enum LockReason implements Reason {
  DATA_IN_USE(FailureKind.FAILED_PRECONDITION, "Another process works on the data."),
  DATA_MOVED(
      FailureKind.FAILED_PRECONDITION, "The state of the service was moved to another device."),
  OTHER_INSTANCE(
      FailureKind.FAILED_PRECONDITION,
      "The process that answers is not the one that works on the data."),
  CLOCK_BEHIND(FailureKind.FAILED_PRECONDITION, "The clock shows a time that the data has passed."),
  DATA_UNUSABLE(FailureKind.FAILED_PRECONDITION, "The data directory cannot be read or written.");

  private final FailureKind kind;
  private final String meaning;

  LockReason(FailureKind kind, String meaning) {
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
