package dev.arduinotrader.platform.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who this device is; the content of {@code device.yaml}.
 *
 * @param id the name under which services.yaml knows the device
 * @param name the name that people read
 * @param roles what the device may be asked to do, at least one
 * @param database where the device keeps its stores, null for files in its data directory
 * @param tls the device's certificate, null when it speaks plain text
 * @param alerts whom it tells what went wrong, null when nobody
 */
public record DeviceConfig(
    String id,
    String name,
    List<Role> roles,
    NetworkConfig network,
    DeviceResources resources,
    @Nullable DatabaseConfig database,
    @Nullable TlsConfig tls,
    @Nullable AlertsConfig alerts) {
  /** The device that is assumed when no file says otherwise. */
  public static final String DEFAULT_ID = "primary";

  public DeviceConfig {
    roles = List.copyOf(roles);
  }

  /** A device that tells nobody what went wrong. */
  public DeviceConfig(
      String id,
      String name,
      List<Role> roles,
      NetworkConfig network,
      DeviceResources resources,
      @Nullable DatabaseConfig database,
      @Nullable TlsConfig tls) {
    this(id, name, roles, network, resources, database, tls, null);
  }

  /** A device that speaks plain text. */
  public DeviceConfig(
      String id,
      String name,
      List<Role> roles,
      NetworkConfig network,
      DeviceResources resources,
      @Nullable DatabaseConfig database) {
    this(id, name, roles, network, resources, database, null);
  }

  /** A device that keeps its stores in files and speaks plain text. */
  public DeviceConfig(
      String id, String name, List<Role> roles, NetworkConfig network, DeviceResources resources) {
    this(id, name, roles, network, resources, null, null);
  }

  /** The same device with its stores elsewhere. */
  public DeviceConfig withDatabase(@Nullable DatabaseConfig other) {
    return new DeviceConfig(id, name, roles, network, resources, other, tls, alerts);
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
