package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code services.yaml}. */
final class ServicesReader {
  static final Set<String> KEYS = Set.of("deployment", "services", "resources", "devices");

  /** Names of services in older descriptions of this system, and what they are called now. */
  private static final Map<String, String> FORMER_NAMES =
      Map.of("analytics", ServiceName.OPTIMIZATION.key(), "planner", ServiceName.PLANNING.key());

  private static final Set<String> SERVICE_KEYS =
      new LinkedHashSet<>(Arrays.stream(ServiceName.values()).map(ServiceName::key).toList());

  private final MappingReader file;
  private final Map<ServiceName, ServiceConfig> services = new EnumMap<>(ServiceName.class);
  private final Set<ServiceName> mentioned = EnumSet.noneOf(ServiceName.class);

  private ServicesReader(MappingReader file) {
    this.file = file;
  }

  /** The services of the file, or null after reporting what is wrong with them. */
  static @Nullable ServicesConfig read(
      MappingReader file, UnaryOperator<Fault> locate, List<Fault> faults) {
    return new ServicesReader(file).read(locate, faults);
  }

  private @Nullable ServicesConfig read(UnaryOperator<Fault> locate, List<Fault> faults) {
    DeploymentConfig deployment = deployment();
    Map<String, String> devices = devices();
    readServices();
    Map<ServiceName, ServiceResources> resources = resources();
    file.refuseUnknownKeys();
    for (Fault fault : ServiceRules.check(services, devices.keySet())) {
      faults.add(locate.apply(fault));
    }
    return faults.isEmpty() ? new ServicesConfig(deployment, services, resources, devices) : null;
  }

  private DeploymentConfig deployment() {
    MappingReader deployment = file.mapping("deployment");
    DeploymentMode mode = deployment.choice("mode", DeploymentMode.LOCAL);
    int epoch =
        deployment.whole(
            "epoch", DeploymentConfig.FIRST_EPOCH, DeploymentConfig.FIRST_EPOCH, Integer.MAX_VALUE);
    deployment.refuseUnknownKeys();
    return new DeploymentConfig(mode, epoch);
  }

  private void readServices() {
    if (!file.has("services")) {
      file.fault("services", "missing; expected the homes of " + String.join(", ", SERVICE_KEYS));
      return;
    }
    MappingReader listed = file.mapping("services");
    for (String key : listed.keys()) {
      ServiceName.fromKey(key)
          .ifPresentOrElse(name -> readService(listed, name), () -> refuseService(listed, key));
    }
    for (ServiceName name : ServiceName.values()) {
      if (!mentioned.contains(name)) {
        listed.fault(name.key(), "missing, so it has no home; Maybe add it with its device_id.");
      }
    }
  }

  private void readService(MappingReader listed, ServiceName name) {
    mentioned.add(name);
    ServiceReader.read(name, listed.mapping(name.key()))
        .ifPresent(service -> services.put(name, service));
  }

  /** Also counts the service that was meant as mentioned: its absence is not a second fault. */
  private void refuseService(MappingReader listed, String key) {
    Optional<String> meant = meant(key);
    meant.flatMap(ServiceName::fromKey).ifPresent(mentioned::add);
    listed.refuse(key, meant.orElse(null), SERVICE_KEYS);
  }

  private static Optional<String> meant(String key) {
    return Optional.ofNullable(FORMER_NAMES.get(key))
        .or(() -> Suggestion.closest(key, SERVICE_KEYS));
  }

  private Map<ServiceName, ServiceResources> resources() {
    MappingReader listed = file.mapping("resources");
    Map<ServiceName, ServiceResources> resources = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      resources.put(name, resources(listed, name));
    }
    for (String key : listed.keys()) {
      if (!SERVICE_KEYS.contains(key)) {
        listed.refuse(key, meant(key).orElse(null), SERVICE_KEYS);
      }
    }
    return resources;
  }

  private static ServiceResources resources(MappingReader listed, ServiceName name) {
    ServiceResources defaults = ServiceResources.defaultsFor(name);
    MappingReader keys = listed.mapping(name.key());
    ServiceResources read =
        new ServiceResources(
            keys.has("max_workers") ? keys.whole("max_workers", 1, 1, Limits.WORKERS_MAX) : null,
            keys.whole(
                "max_memory_mb",
                defaults.maxMemoryMegabytes(),
                Limits.MEMORY_MEGABYTES_MIN,
                Limits.MEMORY_MEGABYTES_MAX));
    keys.refuseUnknownKeys();
    return read;
  }

  private Map<String, String> devices() {
    if (!file.has("devices")) {
      return Map.of(DeviceConfig.DEFAULT_ID, "localhost");
    }
    MappingReader listed = file.mapping("devices");
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String id : listed.keys()) {
      MappingReader device = listed.mapping(id);
      if (!DeviceReader.isDeviceId(id)) {
        listed.fault(id, "expected a name of letters, digits, - and _");
      }
      if (!device.has("address")) {
        device.fault("address", "missing; expected the address under which others reach " + id);
      }
      addresses.put(
          id,
          device
              .text("address", Addresses::canCall, "a host name or an IP address")
              .orElse("localhost"));
      device.refuseUnknownKeys();
    }
    return addresses;
  }
}
