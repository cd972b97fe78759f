package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that hold between the services of one file, whichever device reads it. */
public final class ServiceRules {
  private final Set<String> devices;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<ServiceInstance, String> portOwners = new HashMap<>();

  private ServiceRules(Set<String> devices) {
    this.devices = devices;
  }

  /**
   * Every service on a known device, no port twice on one device, one home for each state service.
   *
   * @param services the services, possibly not all seven
   * @param devices the ids of the known devices
   * @return the breaches, with key paths as places
   */
  public static List<Fault> check(Map<ServiceName, ServiceConfig> services, Set<String> devices) {
    ServiceRules rules = new ServiceRules(devices);
    services.values().forEach(rules::checkHomes);
    services.values().forEach(rules::checkPorts);
    return rules.faults;
  }

  private void checkHomes(ServiceConfig service) {
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < service.instances().size(); index++) {
      String device = service.instances().get(index).deviceId();
      if (!devices.contains(device)) {
        fault(service.devicePath(index), unknownDevice(device));
      }
      if (!seen.add(device)) {
        fault(service.devicePath(index), "a second instance on " + device + "; one is enough");
      }
    }
    if (service.name().isState() && service.instances().size() > 1) {
      fault(
          "services." + service.name().key(),
          "expected one home, because the service owns state, found "
              + service.instances()
              + "; Maybe keep the one that has the data.");
    }
  }

  private String unknownDevice(String device) {
    String known = String.join(", ", devices.stream().sorted().toList());
    return "device '"
        + device
        + "' is not among the devices ("
        + known
        + "); Maybe "
        + Suggestion.closest(device, devices)
            .map(id -> id + " was meant.")
            .orElse("add it to devices with its address.");
  }

  private void checkPorts(ServiceConfig service) {
    for (int index = 0; index < service.instances().size(); index++) {
      checkPort(service.instances().get(index), service.portPath(index));
    }
    Integer httpPort = service.httpPort();
    if (httpPort != null) {
      String home = service.instances().getFirst().deviceId();
      checkPort(new ServiceInstance(home, httpPort), "services.gateway.http_port");
    }
  }

  private void checkPort(ServiceInstance place, String path) {
    String owner = portOwners.putIfAbsent(place, path);
    if (owner != null) {
      fault(
          path,
          "port "
              + place.port()
              + " on "
              + place.deviceId()
              + " already belongs to "
              + owner
              + "; Maybe choose another.");
    }
  }

  private void fault(String path, String message) {
    faults.add(new Fault(path, message));
  }
}
