package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the portfolio service refuses. */
public enum PortfolioReason implements Reason {
  ACCOUNT_UNKNOWN(FailureKind.NOT_FOUND, "No account of this id was opened."),
  ACCOUNT_EXISTS(
      FailureKind.ALREADY_EXISTS, "An account of this id was opened with other properties."),
  POSITION_UNKNOWN(FailureKind.NOT_FOUND, "Nothing of this security is held."),
  SNAPSHOT_UNKNOWN(FailureKind.NOT_FOUND, "No snapshot of this id is kept."),
  BOOKS_BEHIND(
      FailureKind.FAILED_PRECONDITION,
      "Trading has entries in its outbox that are not in the books yet."),
  STATEMENT_OUTDATED(
      FailureKind.FAILED_PRECONDITION, "The books have more of the outbox than the statement."),
  SEQUENCE_GAP(
      FailureKind.FAILED_PRECONDITION, "An outbox number was left out; nothing may be skipped."),
  EPOCH_OUTDATED(
      FailureKind.FAILED_PRECONDITION, "The sender's lease is older than one that booked before."),
  SOURCE_CONFLICT(
      FailureKind.ALREADY_EXISTS, "The broker's id was booked before with another content."),
  BROKER_KEEPS_FACTS(
      FailureKind.FAILED_PRECONDITION,
      "The account's facts come from its broker; nothing is typed or imported beside them."),
  POLICY_CHANGED(
      FailureKind.FAILED_PRECONDITION, "The policy was changed since the author read it."),
  BOOKS_LATCHED(
      FailureKind.FAILED_PRECONDITION,
      "A booking failed its check; the books are read-only until someone has looked.");

  private final FailureKind kind;
  private final String meaning;

  PortfolioReason(FailureKind kind, String meaning) {
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
