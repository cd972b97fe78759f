package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the gateway refuses. */
public enum GatewayReason implements Reason {
  CYCLE_RUNNING(FailureKind.FAILED_PRECONDITION, "A cycle of this account is running already."),
  CYCLE_INTERRUPTED(
      FailureKind.FAILED_PRECONDITION, "The cycle of this command was cut off by a stop."),
  CLOCKS_DIFFER(
      FailureKind.FAILED_PRECONDITION, "The services' clocks were started on different instants."),
  CLOCK_SKEW(
      FailureKind.FAILED_PRECONDITION,
      "The clocks of two processes are more than two seconds apart, or one is not told."),
  CLOCK_UNSURE(FailureKind.UNAVAILABLE, "The services answered too late to compare their clocks."),
  NO_ACCOUNT(FailureKind.NOT_FOUND, "The account does not exist yet."),
  NO_SUCH_JOB(FailureKind.NOT_FOUND, "There is no job of this name or id.");

  private final FailureKind kind;
  private final String meaning;

  GatewayReason(FailureKind kind, String meaning) {
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
