package dev.arduinotrader.platform.config;

import java.util.List;

/**
 * Who this device is; the content of {@code device.yaml}.
 *
 * @param id the name under which services.yaml knows the device
 * @param name the name that people read
 * @param roles what the device may be asked to do, at least one
 */
public record DeviceConfig(
    String id, String name, List<Role> roles, NetworkConfig network, DeviceResources resources) {
  /** The device that is assumed when no file says otherwise. */
  public static final String DEFAULT_ID = "primary";

  public DeviceConfig {
    roles = List.copyOf(roles);
  }

  /** A device named {@code primary} that does everything and listens on loopback only. */
  public static DeviceConfig defaults() {
    return new DeviceConfig(
        DEFAULT_ID, DEFAULT_ID, List.of(Role.ALL), NetworkConfig.DEFAULT, DeviceResources.DEFAULT);
  }

  /** Whether one of the roles includes the service. */
  public boolean mayHost(ServiceName service) {
    return roles.stream().anyMatch(role -> role.services().contains(service));
  }
}
