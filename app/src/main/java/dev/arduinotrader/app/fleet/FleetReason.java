package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a fleet is not changed as was wished. */
public enum FleetReason implements Reason {
  DEVICE_UNREACHABLE(FailureKind.UNAVAILABLE, "A command for a device could not be given to it."),
  DEVICE_COMMAND_FAILED(FailureKind.FAILED_PRECONDITION, "A device could not do what it was told."),
  MOVE_REFUSED(FailureKind.FAILED_PRECONDITION, "A service cannot be moved like that."),
  MOVE_UNDONE(
      FailureKind.FAILED_PRECONDITION, "A change failed on its way, and everything is as before."),
  MOVE_HALF_UNDONE(
      FailureKind.UNKNOWN, "A change failed on its way, and something could not be put back."),
  ROLLBACK_REFUSED(
      FailureKind.FAILED_PRECONDITION, "An earlier configuration cannot be returned to like that."),
  NO_CONFIG_BACKUP(FailureKind.NOT_FOUND, "There is no other configuration to go back to.");

  private final FailureKind kind;
  private final String meaning;

  FleetReason(FailureKind kind, String meaning) {
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
