package dev.arduinotrader.platform.alert.model;

/** How the breaker before a service was seen. */
public enum CircuitSeen {
  CLOSED,
  HALF_OPEN,
  OPEN
}
