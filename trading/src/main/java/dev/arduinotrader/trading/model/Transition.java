package dev.arduinotrader.trading.model;

import dev.arduinotrader.trading.OrderState;

/** What an event does to an order. */
public sealed interface Transition {
  /** The order is in this state now. */
  record Moved(OrderState state) implements Transition {}

  /** Nothing changes. */
  record Ignored(String reason) implements Transition {}

  /** The order is in this state now, and something happened that should not: a person must know. */
  record Incident(OrderState state, String what) implements Transition {}
}
