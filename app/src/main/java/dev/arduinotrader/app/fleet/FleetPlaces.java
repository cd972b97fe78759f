package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile.ServicesFile;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.config.YamlEdit;
import dev.arduinotrader.platform.placement.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the services file of a fleet says of where services are called, and by which epoch. */
record FleetPlaces(ServicesConfig services) {
  /** Reads a device's services file. */
  static Result<FleetPlaces> of(Configuration texts, Map<String, String> environment) {
    return MovedFiles.withFiles(
            Map.of("any", texts), files -> ConfigLoader.read(files.getLast(), environment))
        .then(
            file ->
                file instanceof ServicesFile known
                    ? Result.success(new FleetPlaces(known.services()))
                    : FleetReason.MOVE_REFUSED.failure(
                        "expected a services file, found another one"));
  }

  /** Where a service with one home is called from other devices. */
  Endpoint of(ServiceName name) {
    ServiceConfig service = services.service(name);
    ServiceInstance home = service.instances().getFirst();
    String address = service.address();
    return new Endpoint(
        address == null
            ? Objects.requireNonNull(services.devices().get(home.deviceId()), home.deviceId())
            : address,
        home.port());
  }

  Orders.Places orders() {
    return new Orders.Places(of(ServiceName.PORTFOLIO), of(ServiceName.TRADING));
  }

  int epoch() {
    return services.deployment().epoch();
  }

  /** A services file by another epoch. */
  static String withEpoch(String services, int epoch) {
    return YamlEdit.has(services, List.of("deployment"))
        ? YamlEdit.set(services, List.of("deployment", "epoch"), Integer.toString(epoch))
        : services.stripTrailing() + "\ndeployment: {epoch: " + epoch + "}\n";
  }
}
