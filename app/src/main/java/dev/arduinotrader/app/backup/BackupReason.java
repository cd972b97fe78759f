package dev.arduinotrader.app.backup;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a backup cannot be made or used. */
public enum BackupReason implements Reason {
  NOTHING_TO_BACK_UP(FailureKind.NOT_FOUND, "The data directory has no stores."),
  BACKUP_NOT_FOUND(FailureKind.NOT_FOUND, "There is no such backup."),
  BACKUP_DAMAGED(FailureKind.FAILED_PRECONDITION, "A backup's files or books are not as written."),
  DATA_NOT_EMPTY(FailureKind.FAILED_PRECONDITION, "There is state where the backup is to go.");

  private final FailureKind kind;
  private final String meaning;

  BackupReason(FailureKind kind, String meaning) {
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
