package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a database server's store is not to be used now. */
public enum SqlReason implements Reason {
  DATABASE_UNREACHABLE(FailureKind.UNAVAILABLE, "The database server does not answer."),
  DATABASE_IN_USE(FailureKind.FAILED_PRECONDITION, "Another process has the store open."),
  DATABASE_TAKEN_OVER(
      FailureKind.FAILED_PRECONDITION, "Another process has written since the connection broke."),
  DATABASE_OTHER(
      FailureKind.FAILED_PRECONDITION, "The data directory belongs to another database.");

  private final FailureKind kind;
  private final String meaning;

  SqlReason(FailureKind kind, String meaning) {
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
