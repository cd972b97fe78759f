package dev.arduinotrader.trading.broker;

import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a broker promises.
 *
 * @param name such as paper
 * @param clientIds what it does with our own name of an order
 * @param fills how it tells of executions
 * @param orderTypes those that it takes
 * @param timesInForce those that it takes
 * @param exchangesCurrencies whether it takes orders that buy one currency with another
 * @param absencesForProof how often it must say that it does not know an order before that is a
 *     proof; each time after another question of the same session was answered
 */
public record BrokerAbilities(
    String name,
    ClientIds clientIds,
    Fills fills,
    Set<OrderType> orderTypes,
    Set<TimeInForce> timesInForce,
    boolean exchangesCurrencies,
    int absencesForProof) {
  public BrokerAbilities {
    orderTypes = Collections.unmodifiableSet(new TreeSet<>(orderTypes));
    timesInForce = Collections.unmodifiableSet(new TreeSet<>(timesInForce));
  }

  /** What a broker does with our own name of an order. */
  public enum ClientIds {
    /** A second order of the same name is never executed: it is refused, or gives the first. */
    DEDUPED,
    /** It is kept and said again, but a second order of the same name is another order. */
    ECHOED,
    /** It is not kept: an order is only known by the broker's own name. */
    NEITHER
  }

  /** How a broker tells of executions. */
  public enum Fills {
    /** By itself, and when asked. */
    STREAMED,
    /** When asked. */
    POLLED
  }

  /** The same broker, with other habits of naming and proving. */
  public BrokerAbilities with(ClientIds otherIds, int otherAbsencesForProof) {
    return new BrokerAbilities(
        name,
        otherIds,
        fills,
        orderTypes,
        timesInForce,
        exchangesCurrencies,
        otherAbsencesForProof);
  }

  /** Whether the same order may be sent again without the danger of a second one. */
  public boolean dedupesClientIds() {
    return clientIds == ClientIds.DEDUPED;
  }

  /** Whether it takes orders of this type that stand for this long. */
  public boolean takes(OrderType type, TimeInForce time) {
    return orderTypes.contains(type) && timesInForce.contains(time);
  }
}
