package dev.arduinotrader.platform.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a device may be asked to do: a group of services, or one. */
public enum Role {
  ALL,
  COMPUTE,
  STATE,
  PLANNING,
  SCORING,
  OPTIMIZATION,
  PORTFOLIO,
  TRADING,
  UNIVERSE,
  GATEWAY;

  /** The name in {@code device.yaml}, such as {@code compute}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The services that the role includes, in the order of their ports. */
  public List<ServiceName> services() {
    return switch (this) {
      case ALL -> List.of(ServiceName.values());
      case COMPUTE -> List.of(ServiceName.PLANNING, ServiceName.SCORING, ServiceName.OPTIMIZATION);
      case STATE -> List.of(ServiceName.PORTFOLIO, ServiceName.TRADING, ServiceName.UNIVERSE);
      case PLANNING -> List.of(ServiceName.PLANNING);
      case SCORING -> List.of(ServiceName.SCORING);
      case OPTIMIZATION -> List.of(ServiceName.OPTIMIZATION);
      case PORTFOLIO -> List.of(ServiceName.PORTFOLIO);
      case TRADING -> List.of(ServiceName.TRADING);
      case UNIVERSE -> List.of(ServiceName.UNIVERSE);
      case GATEWAY -> List.of(ServiceName.GATEWAY);
    };
  }

  /** The role with this key, empty when there is none. */
  public static Optional<Role> fromKey(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
