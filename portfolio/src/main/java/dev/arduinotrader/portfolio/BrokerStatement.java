package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What the broker says the account has; complete, or it changes nothing.
 *
 * @param at when it was read; another instant is another reading
 * @param executionSequence how much of the outbox it includes
 * @param missing the sections that could not be read, such as cash or holdings; empty when complete
 */
public record BrokerStatement(
    Instant at,
    long executionSequence,
    List<Money> cash,
    List<Holding> holdings,
    List<String> missing) {
  public BrokerStatement {
    cash = List.copyOf(cash);
    holdings = List.copyOf(holdings);
    missing = List.copyOf(missing);
  }

  /** A complete statement. */
  public BrokerStatement(
      Instant at, long executionSequence, List<Money> cash, List<Holding> holdings) {
    this(at, executionSequence, cash, holdings, List.of());
  }

  /** One security at the broker. */
  public record Holding(Isin isin, Quantity quantity) {}
}
