package dev.arduinotrader.platform.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one service lives and how it is called.
 *
 * @param name which service
 * @param mode how its home device calls it
 * @param instances its homes, at least one; several for compute services only
 * @param address the host to call instead of the home device's, for containers, or null
 * @param httpPort the port of the web page, of the gateway only, else null
 */
public record ServiceConfig(
    ServiceName name,
    ServiceMode mode,
    List<ServiceInstance> instances,
    @Nullable String address,
    @Nullable Integer httpPort,
    ClientConfig client,
    HealthCheckConfig healthCheck) {
  /** The port of the web page when the configuration names none. */
  public static final int DEFAULT_HTTP_PORT = 8000;

  public ServiceConfig {
    instances = List.copyOf(instances);
    if (instances.isEmpty()) {
      throw new IllegalArgumentException("expected a home of " + name.key() + ", found none");
    }
    if ((httpPort != null) != (name == ServiceName.GATEWAY)) {
      throw new IllegalArgumentException(
          "expected an HTTP port for the gateway and for nothing else, found " + httpPort);
    }
  }

  /** A service at its default port on one device, called in-process there. */
  public static ServiceConfig localOn(String deviceId, ServiceName name) {
    return new ServiceConfig(
        name,
        ServiceMode.LOCAL,
        List.of(new ServiceInstance(deviceId, name.defaultPort())),
        null,
        name == ServiceName.GATEWAY ? DEFAULT_HTTP_PORT : null,
        ClientConfig.defaultsFor(name),
        HealthCheckConfig.defaultsFor(name));
  }

  /** The instance on this device, empty when the service does not live there. */
  public Optional<ServiceInstance> instanceOn(String deviceId) {
    return instances.stream().filter(home -> home.deviceId().equals(deviceId)).findFirst();
  }

  /** Whether the service lives on this device. */
  public boolean livesOn(String deviceId) {
    return instanceOn(deviceId).isPresent();
  }

  /** The key path of an instance's device, for messages about it. */
  public String devicePath(int index) {
    return instances.size() == 1
        ? "services." + name.key() + ".device_id"
        : "services." + name.key() + ".instances[" + index + "].device_id";
  }

  /** The key path of an instance's port, for messages about it. */
  public String portPath(int index) {
    return instances.size() == 1
        ? "services." + name.key() + ".port"
        : "services." + name.key() + ".instances[" + index + "].port";
  }
}
