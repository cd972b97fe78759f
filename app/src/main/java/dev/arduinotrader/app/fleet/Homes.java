package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile.ServicesFile;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.placement.Endpoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where every service lives by one services file, and where it is called.
 *
 * @param epoch of the deployment
 * @param places at least one of each service
 */
record Homes(int epoch, Map<ServiceName, List<Place>> places) {
  private static final String LOOPBACK = "127.0.0.1";

  /** One process that hosts a service. */
  record Place(ServiceName service, String device, Endpoint endpoint) {}

  /** Reads one device's copy; every fault of it at once. */
  static Result<Homes> of(Configuration texts, Map<String, String> environment) {
    return MovedFiles.withFiles(
            Map.of("one", texts), files -> ConfigLoader.read(files.getLast(), environment))
        .then(
            file ->
                file instanceof ServicesFile services
                    ? Result.success(of(services.services()))
                    : Result.failure(
                        Problem.invalid(
                            "services.yaml", "expected a services file, found a device file")));
  }

  static Homes of(ServicesConfig services) {
    Map<ServiceName, List<Place>> places = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      List<Place> all = new ArrayList<>();
      for (ServiceInstance one : services.service(name).instances()) {
        String host = services.devices().getOrDefault(one.deviceId(), LOOPBACK);
        all.add(new Place(name, one.deviceId(), new Endpoint(host, one.port())));
      }
      places.put(name, all);
    }
    return new Homes(services.deployment().epoch(), places);
  }

  /** All places of all services. */
  List<Place> all() {
    return places.values().stream().flatMap(List::stream).toList();
  }

  /** The places on one device. */
  List<Place> on(String device) {
    return all().stream().filter(place -> place.device().equals(device)).toList();
  }

  /** The port of a service at the first of its places. */
  int port(ServiceName service) {
    return Objects.requireNonNull(places.get(service), service.key()).getFirst().endpoint().port();
  }

  /** The places that another configuration lacks. */
  List<Place> without(Homes other) {
    List<Place> left = new ArrayList<>(all());
    left.removeAll(other.all());
    return left;
  }
}
