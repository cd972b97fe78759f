package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What the broker says the account has; complete, or it is not a statement.
 *
 * @param executionSequence how much of the outbox it includes
 */
public record BrokerStatement(
    Instant at, long executionSequence, List<Money> cash, List<Holding> holdings) {
  public BrokerStatement {
    cash = List.copyOf(cash);
    holdings = List.copyOf(holdings);
  }

  /** One security at the broker. */
  public record Holding(Isin isin, Quantity quantity) {}
}
