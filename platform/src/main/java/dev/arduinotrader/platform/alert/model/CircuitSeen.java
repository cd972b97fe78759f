package dev.arduinotrader.platform.alert.model;

/** How a breaker before a service was seen, the best first. */
public enum CircuitSeen {
  CLOSED,
  HALF_OPEN,
  OPEN
}
