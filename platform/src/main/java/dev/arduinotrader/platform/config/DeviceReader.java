package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code device.yaml}. */
final class DeviceReader {
  static final String KEY = "device";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");
  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::key).toList();

  private DeviceReader() {}

  static boolean isDeviceId(String text) {
    return ID.matcher(text).matches();
  }

  /** The device of the file; only to be used when no fault was reported. */
  static DeviceConfig read(MappingReader file) {
    MappingReader device = file.mapping(KEY);
    if (!device.has("id")) {
      device.fault("id", "missing; expected the name under which services.yaml knows the device");
    }
    String id =
        device
            .text("id", DeviceReader::isDeviceId, "a name of letters, digits, - and _")
            .orElse(DeviceConfig.DEFAULT_ID);
    String name = Optional.ofNullable(device.text("name")).orElse(id);
    List<Role> roles = roles(device);
    NetworkConfig network = network(device.mapping("network"));
    DeviceResources resources = resources(device.mapping("resources"));
    DatabaseConfig database = device.has("database") ? database(device.mapping("database")) : null;
    TlsConfig tls = device.has("tls") ? tls(device.mapping("tls")) : null;
    AlertsConfig alerts = device.has("alerts") ? AlertsReader.read(device.mapping("alerts")) : null;
    device.refuseUnknownKeys();
    file.refuseUnknownKeys();
    return new DeviceConfig(id, name, roles, network, resources, database, tls, alerts);
  }

  private static List<Role> roles(MappingReader device) {
    if (!device.has("roles")) {
      return List.of(Role.ALL);
    }
    int faultsBefore = device.faultCount();
    List<Role> roles =
        device.words("roles", ROLES).stream().flatMap(key -> Role.fromKey(key).stream()).toList();
    if (roles.isEmpty() && device.faultCount() == faultsBefore) {
      device.fault("roles", "expected at least one role; Maybe all was meant.");
    }
    return roles;
  }

  private static NetworkConfig network(MappingReader network) {
    NetworkConfig defaults = NetworkConfig.DEFAULT;
    NetworkConfig read =
        new NetworkConfig(
            network
                .text("bind_address", Addresses::canBind, "an IP address or localhost")
                .orElse(defaults.bindAddress()),
            network
                .text("advertise_address", Addresses::canCall, "a host name or an IP address")
                .orElse(defaults.advertiseAddress()),
            network.flag("insecure_plaintext", defaults.insecurePlaintext()));
    network.refuseUnknownKeys();
    return read;
  }

  private static @Nullable DatabaseConfig database(MappingReader database) {
    String url = database.text("url");
    String password = database.text("password");
    database.refuseUnknownKeys();
    if (url == null) {
      database.fault("url", "missing; expected the address of a PostgreSQL database");
      return null;
    }
    return switch (DatabaseConfig.parse("", url, password)) {
      case Result.Success<DatabaseConfig>(DatabaseConfig read) -> read;
      case Result.Failure<DatabaseConfig>(Problem problem) -> {
        problem.faults().forEach(fault -> database.fault(fault.place(), fault.message()));
        yield null;
      }
    };
  }

  private static TlsConfig tls(MappingReader tls) {
    TlsConfig read = new TlsConfig(file(tls, "ca"), file(tls, "certificate"), file(tls, "key"));
    tls.refuseUnknownKeys();
    return read;
  }

  private static Path file(MappingReader tls, String key) {
    String path = tls.text(key);
    if (path == null) {
      tls.fault(key, "missing; expected the path of a PEM file; Maybe see: trader certs --help");
      return Path.of("");
    }
    return Path.of(path);
  }

  private static DeviceResources resources(MappingReader resources) {
    DeviceResources defaults = DeviceResources.DEFAULT;
    DeviceResources read =
        new DeviceResources(
            resources.whole("max_workers", defaults.maxWorkers(), 1, Limits.WORKERS_MAX),
            resources.whole(
                "max_memory_mb",
                defaults.maxMemoryMegabytes(),
                Limits.MEMORY_MEGABYTES_MIN,
                Limits.MEMORY_MEGABYTES_MAX));
    resources.refuseUnknownKeys();
    return read;
  }
}
