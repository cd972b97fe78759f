package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.Addresses;
import dev.arduinotrader.platform.config.DeploymentMode;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What is allowed in a configuration but should not go unnoticed. */
final class PlacementWarnings {
  private PlacementWarnings() {}

  /** Every warning, with key paths as places. */
  static List<Fault> of(DeviceConfig device, ServicesConfig services) {
    List<Fault> warnings = new ArrayList<>();
    String bindAddress = device.network().bindAddress();
    if (!Addresses.isLoopback(bindAddress) && device.tls() == null) {
      warnings.add(
          new Fault(
              "device.network.bind_address",
              bindAddress
                  + " is open to the network and calls are NOT ENCRYPTED: anyone who reaches this"
                  + " device can read them and trade"));
    }
    addModeWarning(services, warnings);
    return warnings;
  }

  private static void addModeWarning(ServicesConfig services, List<Fault> warnings) {
    Set<String> homes = new TreeSet<>();
    services
        .services()
        .values()
        .forEach(
            service ->
                service.instances().stream().map(ServiceInstance::deviceId).forEach(homes::add));
    DeploymentMode mode = services.deployment().mode();
    if ((mode == DeploymentMode.LOCAL) != (homes.size() == 1)) {
      warnings.add(
          new Fault(
              "deployment.mode",
              "says "
                  + mode.name().toLowerCase(Locale.ROOT)
                  + ", but the services live on "
                  + String.join(" and ", homes)
                  + "; the placements hold"));
    }
  }
}
