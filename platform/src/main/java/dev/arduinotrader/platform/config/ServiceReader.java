package dev.arduinotrader.platform.config;

import dev.arduinotrader.platform.resilience.model.BreakerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one service in {@code services.yaml}. */
final class ServiceReader {
  private final ServiceName name;
  private final MappingReader keys;

  private ServiceReader(ServiceName name, MappingReader keys) {
    this.name = name;
    this.keys = keys;
  }

  /** The service, empty when it has no home; that and every other fault is reported. */
  static Optional<ServiceConfig> read(ServiceName name, MappingReader keys) {
    return new ServiceReader(name, keys).read();
  }

  private Optional<ServiceConfig> read() {
    ServiceMode mode = keys.choice("mode", ServiceMode.LOCAL);
    List<ServiceInstance> instances = homes();
    String address =
        keys.text("address", Addresses::canCall, "a host name or an IP address").orElse(null);
    if (address != null && instances.size() > 1) {
      keys.fault("address", "names one host for several instances; Maybe use devices instead.");
    }
    Integer httpPort = httpPort();
    ClientConfig client = client(keys.mapping("client"), ClientConfig.defaultsFor(name));
    HealthCheckConfig healthCheck =
        healthCheck(keys.mapping("health_check"), HealthCheckConfig.defaultsFor(name));
    keys.refuseUnknownKeys();
    return instances.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ServiceConfig(name, mode, instances, address, httpPort, client, healthCheck));
  }

  private List<ServiceInstance> homes() {
    int port = port(keys, name.defaultPort());
    String deviceId = deviceId(keys).orElse(null);
    if (keys.has("instances")) {
      return instances(deviceId, port);
    }
    if (!keys.has("device_id")) {
      keys.fault("device_id", "missing; expected the device that is the home of " + name.key());
    }
    return deviceId == null ? List.of() : List.of(new ServiceInstance(deviceId, port));
  }

  private List<ServiceInstance> instances(@Nullable String deviceId, int port) {
    List<MappingReader> listed = keys.mappings("instances");
    if (name.isState()) {
      keys.fault(
          "instances",
          name.key() + " owns state and has exactly one home; Maybe give device_id and port.");
    }
    List<ServiceInstance> instances = new ArrayList<>();
    for (MappingReader instance : listed) {
      if (!instance.has("device_id")) {
        instance.fault("device_id", "missing; expected the device of this instance");
      }
      int instancePort = port(instance, port);
      deviceId(instance).ifPresent(id -> instances.add(new ServiceInstance(id, instancePort)));
      instance.refuseUnknownKeys();
    }
    if (listed.isEmpty()) {
      keys.fault("instances", "expected at least one instance, each with device_id and port");
    }
    if (deviceId != null
        && instances.stream().noneMatch(home -> home.deviceId().equals(deviceId))) {
      keys.fault("device_id", "not among the instances; Maybe add it to them, or remove it here.");
    }
    return instances;
  }

  private static Optional<String> deviceId(MappingReader keys) {
    return keys.text("device_id", DeviceReader::isDeviceId, "the id of a device");
  }

  private static int port(MappingReader keys, int fallback) {
    return keys.whole("port", fallback, 1, Limits.PORT_MAX);
  }

  private @Nullable Integer httpPort() {
    if (name == ServiceName.GATEWAY) {
      return keys.whole("http_port", ServiceConfig.DEFAULT_HTTP_PORT, 1, Limits.PORT_MAX);
    }
    if (keys.has("http_port")) {
      keys.fault("http_port", "only the gateway serves HTTP; Maybe remove it here.");
    }
    return null;
  }

  private static ClientConfig client(MappingReader keys, ClientConfig defaults) {
    ClientConfig client =
        new ClientConfig(
            timeout(keys, "timeout_seconds", defaults.timeout()),
            keys.whole("max_retries", defaults.maxRetries(), 0, Limits.RETRIES_MAX),
            Duration.ofMillis(
                keys.whole(
                    "retry_backoff_ms",
                    Math.toIntExact(defaults.retryBackoff().toMillis()),
                    1,
                    Limits.RETRY_BACKOFF_MILLIS_MAX)),
            keys.seconds(
                "keepalive_interval_seconds",
                defaults.keepaliveInterval(),
                Limits.KEEPALIVE_INTERVAL_MIN,
                Limits.INTERVAL_MAX),
            timeout(keys, "keepalive_timeout_seconds", defaults.keepaliveTimeout()),
            breaker(keys, defaults.breaker()),
            keys.whole(
                "max_concurrent_calls", defaults.concurrentCallsMax(), 1, Limits.WORKERS_MAX));
    keys.refuseUnknownKeys();
    return client;
  }

  private static BreakerRules breaker(MappingReader keys, BreakerRules defaults) {
    return new BreakerRules(
        keys.whole("breaker_failures", defaults.failuresToOpen(), 1, Limits.BREAKER_COUNT_MAX),
        timeout(keys, "breaker_open_seconds", defaults.openFor()),
        keys.whole("breaker_successes", defaults.successesToClose(), 1, Limits.BREAKER_COUNT_MAX));
  }

  private static HealthCheckConfig healthCheck(MappingReader keys, HealthCheckConfig defaults) {
    HealthCheckConfig healthCheck =
        new HealthCheckConfig(
            keys.flag("enabled", defaults.enabled()),
            keys.seconds(
                "interval_seconds", defaults.interval(), Limits.SHORTEST, Limits.INTERVAL_MAX),
            timeout(keys, "timeout_seconds", defaults.timeout()));
    keys.refuseUnknownKeys();
    return healthCheck;
  }

  private static Duration timeout(MappingReader keys, String key, Duration fallback) {
    return keys.seconds(key, fallback, Limits.SHORTEST, Limits.TIMEOUT_MAX);
  }
}
