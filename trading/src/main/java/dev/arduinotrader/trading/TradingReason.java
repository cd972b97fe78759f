package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why trading refuses a call. What stands against a trade is its denial code, not one of these. */
public enum TradingReason implements Reason {
  ACCOUNT_UNKNOWN(FailureKind.NOT_FOUND, "The portfolio has no such account."),
  BROKER_MISSING(
      FailureKind.FAILED_PRECONDITION, "No broker of this kind can be reached from here yet."),
  ACCOUNT_MISMATCH(
      FailureKind.FAILED_PRECONDITION,
      "The broker, its keys or their kind of money are not those of the account."),
  LIVE_REFUSED(
      FailureKind.FAILED_PRECONDITION,
      "Live mode is refused: something that real money needs is missing."),
  NOT_ENOUGH_CASH(
      FailureKind.FAILED_PRECONDITION, "More would be paid out than is there and not reserved."),
  ORDER_UNKNOWN(
      FailureKind.FAILED_PRECONDITION,
      "What the broker knows of the order must be found out before it can be cancelled."),
  TRADE_NOT_FOUND(FailureKind.NOT_FOUND, "There is no trade of this id in the account."),
  BROKER_UNREACHABLE(FailureKind.UNAVAILABLE, "The broker does not answer."),
  NOT_RECONCILED(
      FailureKind.FAILED_PRECONDITION,
      "A restored account stays halted until it agrees with its broker."),
  EPOCH_OLD(
      FailureKind.FAILED_PRECONDITION, "Another process has taken over this account's orders.");

  private final FailureKind kind;
  private final String meaning;

  TradingReason(FailureKind kind, String meaning) {
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
