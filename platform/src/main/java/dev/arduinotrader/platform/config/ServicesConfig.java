package dev.arduinotrader.platform.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where every service of the fleet lives; the content of {@code services.yaml}.
 *
 * @param deployment what holds for the whole fleet
 * @param services all seven services, in the order of their ports
 * @param resources what each of them may use
 * @param devices the address of each device by its id, in the order of the file
 */
public record ServicesConfig(
    DeploymentConfig deployment,
    Map<ServiceName, ServiceConfig> services,
    Map<ServiceName, ServiceResources> resources,
    Map<String, String> devices) {

  public ServicesConfig {
    services = Collections.unmodifiableMap(new EnumMap<>(services));
    resources = Collections.unmodifiableMap(new EnumMap<>(resources));
    devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
    for (ServiceName name : ServiceName.values()) {
      Objects.requireNonNull(services.get(name), name.key());
      Objects.requireNonNull(resources.get(name), name.key());
    }
  }

  /** All seven services on one device, called in-process. */
  public static ServicesConfig localOn(String deviceId) {
    Map<ServiceName, ServiceConfig> services = new EnumMap<>(ServiceName.class);
    Map<ServiceName, ServiceResources> resources = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      services.put(name, ServiceConfig.localOn(deviceId, name));
      resources.put(name, ServiceResources.defaultsFor(name));
    }
    return new ServicesConfig(
        new DeploymentConfig(DeploymentMode.LOCAL, DeploymentConfig.FIRST_EPOCH),
        services,
        resources,
        Map.of(deviceId, "localhost"));
  }

  /** Where this service lives and how it is called. */
  public ServiceConfig service(ServiceName name) {
    return Objects.requireNonNull(services.get(name), name.key());
  }

  /** What this service may use. */
  public ServiceResources resourcesOf(ServiceName name) {
    return Objects.requireNonNull(resources.get(name), name.key());
  }

  /** The port of the gateway's web page, 1 to 65535. */
  public int httpPort() {
    return Objects.requireNonNull(service(ServiceName.GATEWAY).httpPort(), "http_port");
  }
}
