package dev.arduinotrader.platform.placement;

import dev.arduinotrader.platform.config.DeploymentConfig;
import dev.arduinotrader.platform.config.DeploymentMode;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.NetworkConfig;
import dev.arduinotrader.platform.config.Role;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceMode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Builds configurations of two devices, {@code here} and {@code there}, for tests. */
final class Fleets {
  private Fleets() {}

  static DeviceConfig device(String id, Role... roles) {
    DeviceConfig defaults = DeviceConfig.defaults();
    return new DeviceConfig(id, id, List.of(roles), defaults.network(), defaults.resources());
  }

  static DeviceConfig withRoles(DeviceConfig device, List<Role> roles) {
    return new DeviceConfig(
        device.id(), device.name(), roles, device.network(), device.resources());
  }

  static DeviceConfig withNetwork(DeviceConfig device, NetworkConfig network) {
    return new DeviceConfig(
        device.id(), device.name(), device.roles(), network, device.resources());
  }

  /** A service with one home or several, at its default port. */
  static ServiceConfig at(ServiceName name, ServiceMode mode, String... homes) {
    ServiceConfig defaults = ServiceConfig.localOn("there", name);
    return new ServiceConfig(
        name,
        mode,
        Arrays.stream(homes).map(home -> new ServiceInstance(home, name.defaultPort())).toList(),
        null,
        defaults.httpPort(),
        defaults.client(),
        defaults.healthCheck());
  }

  static ServiceConfig withAddress(ServiceConfig service, String address) {
    return new ServiceConfig(
        service.name(),
        service.mode(),
        service.instances(),
        address,
        service.httpPort(),
        service.client(),
        service.healthCheck());
  }

  /** The given services, and the rest on {@code there}. */
  static ServicesConfig services(ServiceConfig... given) {
    return services(
        DeploymentMode.DISTRIBUTED, Map.of("here", "10.0.0.1", "there", "10.0.0.2"), given);
  }

  static ServicesConfig services(
      DeploymentMode mode, Map<String, String> devices, ServiceConfig... given) {
    ServicesConfig defaults = ServicesConfig.localOn("there");
    Map<ServiceName, ServiceConfig> services = new EnumMap<>(defaults.services());
    for (ServiceConfig service : given) {
      services.put(service.name(), service);
    }
    return new ServicesConfig(
        new DeploymentConfig(mode, 1), services, defaults.resources(), devices);
  }
}
