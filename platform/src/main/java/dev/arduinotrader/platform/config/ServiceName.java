package dev.arduinotrader.platform.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The seven services, in the order of their ports. */
public enum ServiceName {
  PLANNING("Planning", 50051),
  SCORING("Scoring", 50052),
  OPTIMIZATION("Optimization", 50053),
  PORTFOLIO("Portfolio", 50054),
  TRADING("Trading", 50055),
  UNIVERSE("Universe", 50056),
  GATEWAY("Gateway", 50057);

  private final String displayName;
  private final int defaultPort;

  ServiceName(String displayName, int defaultPort) {
    this.displayName = displayName;
    this.defaultPort = defaultPort;
  }

  /** The name in configuration files, commands and log lines, such as {@code planning}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that people read, such as {@code Planning}. */
  public String displayName() {
    return displayName;
  }

  /** The gRPC port when the configuration names none. */
  public int defaultPort() {
    return defaultPort;
  }

  /** Whether the service's store is a cache, so that it may have several instances. */
  public boolean isCompute() {
    return switch (this) {
      case PLANNING, SCORING, OPTIMIZATION -> true;
      case PORTFOLIO, TRADING, UNIVERSE, GATEWAY -> false;
    };
  }

  /** Whether the service owns state, so that it has exactly one home; the gateway does. */
  public boolean isState() {
    return !isCompute();
  }

  /** The service with this key, empty when there is none. */
  public static Optional<ServiceName> fromKey(String key) {
    return Arrays.stream(values()).filter(service -> service.key().equals(key)).findFirst();
  }
}
