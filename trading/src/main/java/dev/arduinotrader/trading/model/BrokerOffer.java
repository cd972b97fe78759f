package dev.arduinotrader.trading.model;

import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which orders a broker takes.
 *
 * @param broker its name, for people
 */
public record BrokerOffer(String broker, Set<OrderType> types, Set<TimeInForce> times) {
  public BrokerOffer {
    types = Collections.unmodifiableSet(new TreeSet<>(types));
    times = Collections.unmodifiableSet(new TreeSet<>(times));
  }
}
