package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.Addresses;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.NetworkConfig;
import dev.arduinotrader.platform.config.Role;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServiceRules;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reasons to refuse a start. */
final class PlacementRules {
  private final DeviceConfig device;
  private final ServicesConfig services;
  private final List<Fault> faults = new ArrayList<>();

  private PlacementRules(DeviceConfig device, ServicesConfig services) {
    this.device = device;
    this.services = services;
  }

  /** Every reason, with key paths as places. */
  static List<Fault> check(
      DeviceConfig device, ServicesConfig services, @Nullable ServiceName serveOnly) {
    PlacementRules rules = new PlacementRules(device, services);
    rules.checkBindAddress();
    rules.faults.addAll(ServiceRules.check(services.services(), services.devices().keySet()));
    if (services.devices().containsKey(device.id())) {
      rules.checkRoles();
      rules.checkServicesHere();
      rules.checkAddressesOfOthers();
      rules.checkServeOnly(serveOnly);
    } else {
      rules.refuseUnknownDevice();
    }
    return rules.faults;
  }

  private void checkBindAddress() {
    NetworkConfig network = device.network();
    if (!Addresses.isLoopback(network.bindAddress())
        && device.tls() == null
        && !network.insecurePlaintext()) {
      fault(
          "device.network.bind_address",
          "expected a loopback address, because the device has no certificate (device.tls), found "
              + network.bindAddress()
              + "; Maybe make one (trader certs init, trader certs issue), or set"
              + " network.insecure_plaintext: true on a network that you trust.");
    }
  }

  private void refuseUnknownDevice() {
    fault(
        "device.id",
        "device '"
            + device.id()
            + "' is not among the devices of the services file ("
            + String.join(", ", services.devices().keySet())
            + "); Maybe name the file of this device (DEVICE_CONFIG_PATH), or add the device.");
  }

  private void checkRoles() {
    for (int index = 0; index < device.roles().size(); index++) {
      Role role = device.roles().get(index);
      List<ServiceName> elsewhere =
          role.services().stream().filter(name -> !livesHere(name)).toList();
      if (!elsewhere.isEmpty()) {
        fault(
            "device.roles[" + index + "]",
            "role "
                + role.key()
                + " includes services that live elsewhere ("
                + String.join(", ", elsewhere.stream().map(this::withHomes).toList())
                + "); "
                + rolesThatFit());
      }
    }
  }

  private String withHomes(ServiceName name) {
    List<String> homes =
        services.service(name).instances().stream().map(ServiceInstance::deviceId).toList();
    return name.key() + " on " + String.join(" and ", homes);
  }

  private String rolesThatFit() {
    List<String> here = servicesHere().map(ServiceName::key).toList();
    return here.isEmpty()
        ? "Maybe this is another device than "
            + device.id()
            + " (DEVICE_CONFIG_PATH names the file), for nothing lives on it."
        : "Maybe give " + device.id() + " the roles [" + String.join(", ", here) + "].";
  }

  private void checkServicesHere() {
    servicesHere()
        .filter(name -> !device.mayHost(name))
        .forEach(
            name ->
                fault(
                    devicePathHere(services.service(name)),
                    name.key()
                        + " lives on this device ("
                        + device.id()
                        + "), but none of its roles "
                        + device.roles().stream().map(Role::key).toList()
                        + " includes it; Maybe add the role "
                        + name.key()
                        + ", or place it elsewhere."));
  }

  private String devicePathHere(ServiceConfig service) {
    return service.devicePath(
        service.instances().stream().map(ServiceInstance::deviceId).toList().indexOf(device.id()));
  }

  private void checkAddressesOfOthers() {
    Set<String> others = new LinkedHashSet<>();
    for (ServiceConfig service : services.services().values()) {
      String override = service.address();
      if (override == null) {
        service.instances().forEach(home -> others.add(home.deviceId()));
      } else if (!service.livesOn(device.id()) && Addresses.isLoopback(override)) {
        fault("services." + service.name().key() + ".address", callsItself(override));
      }
    }
    others.remove(device.id());
    for (String other : others) {
      String address = services.devices().get(other);
      if (address != null && Addresses.isLoopback(address)) {
        fault("devices." + other + ".address", callsItself(address));
      }
    }
  }

  private String callsItself(String address) {
    return "expected an address of another device, found "
        + address
        + ", where "
        + device.id()
        + " would call itself; Maybe write the address that the other device advertises.";
  }

  private void checkServeOnly(@Nullable ServiceName serveOnly) {
    if (serveOnly != null && !livesHere(serveOnly)) {
      fault(
          "services." + serveOnly.key() + ".device_id",
          "cannot serve "
              + withHomes(serveOnly)
              + " from "
              + device.id()
              + "; Maybe start it there, or make this device its home.");
    }
  }

  private Stream<ServiceName> servicesHere() {
    return Arrays.stream(ServiceName.values()).filter(this::livesHere);
  }

  private boolean livesHere(ServiceName name) {
    return services.service(name).livesOn(device.id());
  }

  private void fault(String path, String message) {
    faults.add(new Fault(path, message));
  }
}
