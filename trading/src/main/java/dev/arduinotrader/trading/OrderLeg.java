package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order at the broker.
 *
 * @param number 1, 2, ... within the trade
 * @param kind EXCHANGE of currencies or SECURITY
 * @param brokerReference a positive number below 2^31, never reused, for brokers that take integers
 * @param brokerOrderId the broker's own id, empty until it is known
 * @param filled what has been executed
 * @param averagePrice of the executions of a security, null before the first
 * @param reserved the cash that it holds, null when none: the most it may still take, fees
 *     included; for a purchase whose exchange is still open only what it uses of the money already
 *     in its currency, which may be zero, for the exchange holds the rest in the currency it sells
 * @param fills the executions, oldest first
 */
public record OrderLeg(
    int number,
    LegKind kind,
    String description,
    ClientOrderId clientOrderId,
    int brokerReference,
    String brokerOrderId,
    OrderState state,
    Quantity filled,
    @Nullable Price averagePrice,
    @Nullable Money reserved,
    Instant changedAt,
    List<Fill> fills) {
  public OrderLeg {
    fills = List.copyOf(fills);
  }

  /** What an order does. */
  public enum LegKind {
    EXCHANGE,
    SECURITY
  }

  /**
   * One execution.
   *
   * @param description such as 10 at 171.21 USD, or 250.00 EUR for 268.12 USD
   */
  public record Fill(String executionId, Instant at, String description, Money commission) {}
}
