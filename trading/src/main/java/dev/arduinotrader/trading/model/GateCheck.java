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
  REDUCE_ONLY(
      FailureKind.FAILED_PRECONDITION,
      "Only sales leave: the account is being flattened, or an order's fate stayed unknown."),
  CLOCK(
      FailureKind.FAILED_PRECONDITION,
      "Trading's clock is behind the decision or behind a trade that it has made itself."),
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
  MARKET_CLOSED(
      FailureKind.FAILED_PRECONDITION,
      "The exchange is closed: sales need an open one, purchases too where its rule is strict."),
  NOT_TRADABLE(FailureKind.FAILED_PRECONDITION, "No order is possible in the security."),
  ACTION_PENDING(
      FailureKind.FAILED_PRECONDITION,
      "A split, spin-off or merger of the security is under way: units and prices may not fit."),
  NOT_ALLOWED(
      FailureKind.FAILED_PRECONDITION, "The owner does not want this side of the security traded."),
  QUANTITY(FailureKind.INVALID_ARGUMENT, "The quantity is not above zero."),
  LOT(FailureKind.INVALID_ARGUMENT, "The quantity is not a whole number of lots."),
  PRICE_UNIT(
      FailureKind.INVALID_ARGUMENT, "A price is counted in another unit than the security's."),
  TICK(FailureKind.INVALID_ARGUMENT, "The limit is not a whole number of the price's steps."),
  ORDER_TYPE(
      FailureKind.INVALID_ARGUMENT,
      "The broker takes no orders of this type, or a market order names a limit."),
  ORDER_TIME(FailureKind.INVALID_ARGUMENT, "The broker keeps no orders for this time in force."),
  PRICE_MISSING(FailureKind.FAILED_PRECONDITION, "The security has no price."),
  PRICE_OLD(FailureKind.FAILED_PRECONDITION, "The security's price is older than allowed."),
  PRICE_MOVED(
      FailureKind.FAILED_PRECONDITION,
      "The price is more than a tenth away from the one that the decision was made at."),
  PRICE_BAND(
      FailureKind.FAILED_PRECONDITION,
      "The price is ten times or a tenth of what the daily closes say, or there are none."),
  SPREAD(
      FailureKind.FAILED_PRECONDITION,
      "Bid and ask are further apart than 2 %, or one of them is missing where the source tells"
          + " of both."),
  RATE_MISSING(FailureKind.FAILED_PRECONDITION, "There is no exchange rate to the currency."),
  RATE_OLD(FailureKind.FAILED_PRECONDITION, "The exchange rate is older than allowed."),
  OPEN_ORDER(
      FailureKind.FAILED_PRECONDITION,
      "An order in the security is open, or it is not known what became of it."),
  RECONCILE_FIRST(
      FailureKind.UNAVAILABLE,
      "The broker could not be asked for its news, so what it has done is not known."),
  HELD_QUANTITY(
      FailureKind.FAILED_PRECONDITION, "More would be sold than is held and not promised."),
  BUY_COOLDOWN(FailureKind.FAILED_PRECONDITION, "The security was bought too short a time ago."),
  SELL_COOLDOWN(FailureKind.FAILED_PRECONDITION, "The security was sold too short a time ago."),
  HOLD_MINIMUM(
      FailureKind.FAILED_PRECONDITION, "The security was bought too short a time ago to be sold."),
  CASH(
      FailureKind.FAILED_PRECONDITION,
      "The trade with its fees needs more cash than is settled and not reserved."),
  ORDER_VALUE(FailureKind.FAILED_PRECONDITION, "The order is worth more than the policy allows."),
  MINIMUM_TICKET(
      FailureKind.FAILED_PRECONDITION, "The order is so small that its fees eat too much of it."),
  FREQUENCY(
      FailureKind.FAILED_PRECONDITION,
      "There have been as many trades as are allowed within an hour, a day or a week."),
  TURNOVER(
      FailureKind.FAILED_PRECONDITION,
      "More would be bought and sold within a day than the policy allows."),
  DAY_LOSS(
      FailureKind.FAILED_PRECONDITION,
      "The day's loss stops sales or all trading, or it cannot be measured."),
  PLAN_OLD(FailureKind.FAILED_PRECONDITION, "The plan is older than allowed."),
  PLAN_DONE(FailureKind.FAILED_PRECONDITION, "This step of the plan has been carried out.");

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
