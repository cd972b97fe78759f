package dev.arduinotrader.platform.placement;

import dev.arduinotrader.platform.config.Addresses;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceMode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the way to each service. */
final class Routes {
  private static final String LOOPBACK = "127.0.0.1";

  private final DeviceConfig device;
  private final ServicesConfig services;

  private Routes(DeviceConfig device, ServicesConfig services) {
    this.device = device;
    this.services = services;
  }

  static Map<ServiceName, Route> of(
      DeviceConfig device, ServicesConfig services, Set<ServiceName> hosted) {
    Routes routes = new Routes(device, services);
    Map<ServiceName, Route> byService = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      byService.put(name, routes.route(services.service(name), hosted.contains(name)));
    }
    return byService;
  }

  private Route route(ServiceConfig service, boolean hostedHere) {
    if (hostedHere && service.mode() == ServiceMode.LOCAL) {
      return new Route.Direct();
    }
    return new Route.Remote(
        service.instances().stream()
            .map(home -> new Endpoint(host(service, home), home.port()))
            .toList());
  }

  private String host(ServiceConfig service, ServiceInstance home) {
    String override = service.address();
    if (override != null) {
      return override;
    }
    return home.deviceId().equals(device.id())
        ? ownHost(device)
        : Objects.requireNonNull(services.devices().get(home.deviceId()), home.deviceId());
  }

  /** Loopback, unless the servers of this device listen on one other address only. */
  static String ownHost(DeviceConfig device) {
    String bindAddress = device.network().bindAddress();
    return Addresses.isWildcard(bindAddress) ? LOOPBACK : bindAddress;
  }
}
