package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the household was not told. */
public enum AlertReason implements Reason {
  ALERT_NOT_SENT(FailureKind.UNAVAILABLE, "A channel of alerts did not take a message."),
  ALERTS_UNSET(FailureKind.FAILED_PRECONDITION, "The device's configuration names no alerts.");

  private final FailureKind kind;
  private final String meaning;

  AlertReason(FailureKind kind, String meaning) {
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
