package dev.arduinotrader.platform.health;

/** How a service looks from outside. */
public enum HealthState {
  /** It answered that it is well. */
  HEALTHY,
  /** It answered that it is not, or did not answer in time. */
  UNHEALTHY,
  /** It has not been asked. */
  UNKNOWN
}
