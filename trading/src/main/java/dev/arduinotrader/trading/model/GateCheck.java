package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/**
 * Every check that an order must pass before it leaves, in the order in which they are reported.
 */
public enum GateCheck implements Reason {
  MODE(FailureKind.FAILED_PRECONDITION, "The account's mode lets no order leave."),
  HALTED(FailureKind.FAILED_PRECONDITION, "Trading is halted until someone resumes it."),
  HALT_FILE(
      FailureKind.FAILED_PRECONDITION,
      "The file HALT lies in the data directory, or it cannot be seen whether it does."),
  EPOCH_OLD(
      FailureKind.FAILED_PRECONDITION, "Another process has taken over this account's orders."),
  CLOCK(
      FailureKind.FAILED_PRECONDITION,
      "The decision was made at a time that trading's clock has not reached yet."),
  PORTFOLIO_UNREACHABLE(
      FailureKind.UNAVAILABLE, "The books cannot be read, so nothing about them can be checked."),
  UNIVERSE_UNREACHABLE(
      FailureKind.UNAVAILABLE, "Market data cannot be read, so prices cannot be checked."),
  BOOKS_BEHIND(
      FailureKind.FAILED_PRECONDITION,
      "The books do not hold exactly what trading has executed so far."),
  SECURITY_UNKNOWN(FailureKind.NOT_FOUND, "The universe has no such security."),
  MARKET_UNKNOWN(
      FailureKind.FAILED_PRECONDITION,
      "The calendar of the security's exchange does not reach this day."),
  NOT_TRADABLE(FailureKind.FAILED_PRECONDITION, "No order is possible in the security."),
  NOT_ALLOWED(
      FailureKind.FAILED_PRECONDITION, "The owner does not want this side of the security traded."),
  QUANTITY(FailureKind.INVALID_ARGUMENT, "The quantity is not above zero."),
  LOT(FailureKind.INVALID_ARGUMENT, "The quantity is not a whole number of lots."),
  PRICE_UNIT(
      FailureKind.INVALID_ARGUMENT, "A price is counted in another unit than the security's."),
  PRICE_MISSING(FailureKind.FAILED_PRECONDITION, "The security has no price."),
  PRICE_OLD(FailureKind.FAILED_PRECONDITION, "The security's price is older than allowed."),
  PRICE_MOVED(
      FailureKind.FAILED_PRECONDITION,
      "The price is more than a tenth away from the one that the decision was made at."),
  RATE_MISSING(FailureKind.FAILED_PRECONDITION, "There is no exchange rate to the currency."),
  RATE_OLD(FailureKind.FAILED_PRECONDITION, "The exchange rate is older than allowed."),
  OPEN_ORDER(
      FailureKind.FAILED_PRECONDITION,
      "An order in the security is open, or it is not known what became of it."),
  HELD_QUANTITY(
      FailureKind.FAILED_PRECONDITION, "More would be sold than is held and not promised."),
  CASH(
      FailureKind.FAILED_PRECONDITION,
      "The trade with its fees needs more cash than is settled and not reserved."),
  ORDER_VALUE(FailureKind.FAILED_PRECONDITION, "The order is worth more than the policy allows.");

  private final FailureKind kind;
  private final String meaning;

  GateCheck(FailureKind kind, String meaning) {
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
