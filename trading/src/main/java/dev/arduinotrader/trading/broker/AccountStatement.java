package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerStatement.Holding;
import java.time.Instant;
import java.util.List;

/**
 * What the broker says about an account.
 *
 * @param cursor what to ask with next time: a text that only the broker reads, at most {@value
 *     #CURSOR_CHARACTERS_MAX} characters
 * @param executions new ones, oldest first
 * @param movements new ones, oldest first
 * @param orders those that changed
 * @param cash all of it, currencies without cash left out
 * @param holdings all of them
 */
public record AccountStatement(
    Instant at,
    String cursor,
    List<BrokerExecution> executions,
    List<AccountMovement> movements,
    List<OrderReport> orders,
    List<Money> cash,
    List<Holding> holdings) {
  /** The cursor that asks for everything. */
  public static final String FROM_THE_BEGINNING = "";

  private static final int CURSOR_CHARACTERS_MAX = 4_000;

  public AccountStatement {
    if (cursor.length() > CURSOR_CHARACTERS_MAX) {
      throw new IllegalArgumentException(
          "expected a cursor of at most %d characters, found %d"
              .formatted(CURSOR_CHARACTERS_MAX, cursor.length()));
    }
    executions = List.copyOf(executions);
    movements = List.copyOf(movements);
    orders = List.copyOf(orders);
    cash = List.copyOf(cash);
    holdings = List.copyOf(holdings);
  }

  /** Whether anything happened since the last one. */
  public boolean isNews() {
    return !(executions.isEmpty() && movements.isEmpty() && orders.isEmpty());
  }

  /** The cash in a currency. */
  public Money cashIn(Currency currency) {
    return cash.stream()
        .filter(money -> money.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }
}
