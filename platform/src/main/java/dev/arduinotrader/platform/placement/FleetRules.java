package dev.arduinotrader.platform.placement;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.Addresses;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that hold between the devices of a fleet. */
final class FleetRules {
  /** What the operating system of a device keeps for itself. */
  static final int SYSTEM_MEGABYTES = 256;

  private final List<LoadedConfig> fleet;
  private final Set<Fault> faults = new LinkedHashSet<>();

  private FleetRules(List<LoadedConfig> fleet) {
    this.fleet = fleet;
  }

  /**
   * Every breach, located.
   *
   * @param complete whether all files could be read, so that a device without one is a breach
   */
  static Set<Fault> check(List<LoadedConfig> fleet, boolean complete) {
    FleetRules rules = new FleetRules(fleet);
    rules.checkDistinctDevices();
    if (complete) {
      rules.checkEveryHomeHasADevice();
    }
    for (LoadedConfig member : fleet) {
      rules.checkAgreement(member);
      rules.checkSecurity(member);
      rules.checkMemory(member);
      rules.checkReachable(member);
    }
    return rules.faults;
  }

  /** A warning when a device advertises another address than the others are told to call. */
  static List<Fault> advertisedElsewhere(LoadedConfig member, int fleetSize) {
    String advertised = member.device().network().advertiseAddress();
    String called = member.services().devices().get(member.device().id());
    if (fleetSize == 1 || advertised == null || advertised.equals(called)) {
      return List.of();
    }
    return List.of(
        new Fault(
            "device.network.advertise_address",
            "says " + advertised + ", but the other devices call " + called));
  }

  private void checkDistinctDevices() {
    Map<String, LoadedConfig> byId = new HashMap<>();
    for (LoadedConfig member : fleet) {
      LoadedConfig earlier = byId.putIfAbsent(member.device().id(), member);
      if (earlier != null) {
        fault(
            member,
            "device.id",
            "'"
                + member.device().id()
                + "' is also the id in "
                + earlier.sources().locate(new Fault("device.id", "")).place()
                + ", so its services would have two homes; Maybe rename one device.");
      }
    }
  }

  private void checkEveryHomeHasADevice() {
    Set<String> described =
        fleet.stream().map(member -> member.device().id()).collect(Collectors.toSet());
    for (LoadedConfig member : fleet) {
      for (ServiceConfig service : member.services().services().values()) {
        for (int index = 0; index < service.instances().size(); index++) {
          String home = service.instances().get(index).deviceId();
          if (!described.contains(home)) {
            fault(
                member,
                service.devicePath(index),
                service.name().key()
                    + " lives on "
                    + home
                    + ", whose device file is not among the files; Maybe name that file as well.");
          }
        }
      }
    }
  }

  /** Copies of the services file must tell the same story, or a service has two homes or none. */
  private void checkAgreement(LoadedConfig member) {
    LoadedConfig first = fleet.getFirst();
    ServicesConfig expected = first.services();
    ServicesConfig found = member.services();
    for (ServiceName name : ServiceName.values()) {
      if (!found.service(name).instances().equals(expected.service(name).instances())) {
        fault(
            member,
            found.service(name).devicePath(0),
            name.key()
                + " lives on "
                + found.service(name).instances()
                + " here, but on "
                + expected.service(name).instances()
                + " for "
                + first.device().id()
                + "; Maybe copy one services file to all devices.");
      }
    }
    if (found.deployment().epoch() != expected.deployment().epoch()) {
      fault(
          member,
          "deployment.epoch",
          "is "
              + found.deployment().epoch()
              + " here, but "
              + expected.deployment().epoch()
              + " for "
              + first.device().id()
              + "; Maybe copy the services file with the higher one to all devices.");
    }
  }

  /** A device with a certificate and one without cannot speak to each other. */
  private void checkSecurity(LoadedConfig member) {
    LoadedConfig first = fleet.getFirst();
    if ((member.device().tls() == null) != (first.device().tls() == null)) {
      fault(
          member,
          "device.tls",
          (member.device().tls() == null ? "is not given here, but" : "is given here, but not")
              + " for "
              + first.device().id()
              + ", so they cannot speak to each other; Maybe issue a certificate to every device.");
    }
  }

  private void checkMemory(LoadedConfig member) {
    int available = member.device().resources().maxMemoryMegabytes() - SYSTEM_MEGABYTES;
    List<ServiceName> here = servicesOn(member);
    int planned =
        here.stream()
            .mapToInt(name -> member.services().resourcesOf(name).maxMemoryMegabytes())
            .sum();
    if (planned > available) {
      fault(
          member,
          "device.resources.max_memory_mb",
          "its services ("
              + String.join(", ", here.stream().map(ServiceName::key).toList())
              + ") are planned to use "
              + planned
              + " MB, but "
              + available
              + " MB are left after "
              + SYSTEM_MEGABYTES
              + " MB for the system; Maybe lower resources.<service>.max_memory_mb, or move one.");
    }
  }

  /** The gateway calls every service, and services call each other, but none calls the gateway. */
  private void checkReachable(LoadedConfig member) {
    List<ServiceName> here = servicesOn(member);
    boolean called =
        fleet.size() > 1 && here.stream().anyMatch(name -> name != ServiceName.GATEWAY);
    if (called && Addresses.isLoopback(member.device().network().bindAddress())) {
      fault(
          member,
          "device.network.bind_address",
          "other devices cannot reach "
              + member.device().network().bindAddress()
              + "; Maybe bind to the address that the device advertises.");
    }
  }

  private static List<ServiceName> servicesOn(LoadedConfig member) {
    return Arrays.stream(ServiceName.values())
        .filter(name -> member.services().service(name).livesOn(member.device().id()))
        .toList();
  }

  private void fault(LoadedConfig member, String path, String message) {
    faults.add(member.sources().locate(new Fault(path, message)));
  }
}
