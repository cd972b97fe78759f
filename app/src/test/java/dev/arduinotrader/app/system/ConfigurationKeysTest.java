package dev.arduinotrader.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.AlertsConfig;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DatabaseConfig;
import dev.arduinotrader.platform.config.HealthCheckConfig;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.placement.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every key of docs/configuration.md that is not called descriptive changes what the process does,
 * and no descriptive one does: each is changed alone, and what the process is built from compared.
 */
class ConfigurationKeysTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-zA-Z_.]+)` \\|[^|]+\\| (live|restart|descriptive)\\b");

  private static final String DEVICE =
      """
      device:
        id: primary
        name: a board
        roles: [planning, scoring, optimization, portfolio, trading, universe, gateway]
        network: {bind_address: 127.0.0.1, advertise_address: 192.168.1.10, insecure_plaintext: false}
        database: {url: "postgresql://trader@localhost:5432/one", password: "env:ONE"}
        tls: {ca: ca.pem, certificate: own.pem, key: own.key}
        alerts:
          email:
            host: mail-one
            port: 465
            security: tls
            user: user-one
            password: env:MAIL_ONE
            from: from@one
            to: to@one
          ntfy: {url: "env:TOPIC_ONE", token: "env:TOKEN_ONE"}
          webhook: {url: "env:HOOK_ONE", secret: "env:SECRET_ONE"}
          dead_man: {url: "env:PING_ONE", interval_seconds: 60}
        resources: {max_workers: 10, max_memory_mb: 1792}
      """;
  private static final String SERVICES =
      """
      deployment: {mode: local, epoch: 1}
      services:
        planning:
          mode: remote
          device_id: primary
          port: 50051
          instances: [{device_id: primary, port: 50051}, {device_id: other, port: 50052}]
          client:
            timeout_seconds: 300
            max_retries: 3
            retry_backoff_ms: 1000
            keepalive_interval_seconds: 30
            keepalive_timeout_seconds: 10
            breaker_failures: 5
            breaker_open_seconds: 60
            breaker_successes: 2
            max_concurrent_calls: 100
          health_check: {enabled: true, interval_seconds: 30, timeout_seconds: 5}
        scoring: {device_id: primary, port: 50062, mode: remote, address: scoring-one}
        optimization: {device_id: primary}
        portfolio: {device_id: primary}
        trading: {device_id: primary}
        universe: {device_id: primary}
        gateway: {device_id: primary, http_port: 8000}
      resources:
        planning: {max_workers: 4, max_memory_mb: 300}
      devices:
        primary: {address: 192.168.1.10}
        other: {address: 192.168.1.11}
        third: {address: 192.168.1.13}
      """;

  /** A change of one key: what stands in the files above, and what is put in its place. */
  private record Change(String before, String after) {}

  private static final Map<String, Change> CHANGES = changes();

  private final Path folder;

  ConfigurationKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    deviceChanges(changes);
    alertChanges(changes);
    changes.put("deployment.mode", new Change("mode: local, epoch", "mode: distributed, epoch"));
    changes.put("deployment.epoch", new Change("epoch: 1", "epoch: 2"));
    changes.put("services.S.mode", new Change("50062, mode: remote", "50062, mode: local"));
    changes.put(
        "services.S.device_id",
        new Change("scoring: {device_id: primary", "scoring: {device_id: other"));
    changes.put("services.S.port", new Change("port: 50062", "port: 50063"));
    changes.put("services.S.address", new Change("scoring-one", "scoring-two"));
    changes.put("services.S.instances", new Change(", {device_id: other, port: 50052}]", "]"));
    changes.put(
        "services.S.instances.device_id",
        new Change("{device_id: other, port: 50052}", "{device_id: third, port: 50052}"));
    changes.put("services.S.instances.port", new Change("port: 50052", "port: 50059"));
    changes.put("services.gateway.http_port", new Change("8000", "8001"));
    clientChanges(changes);
    changes.put("resources.S.max_workers", new Change("{max_workers: 4", "{max_workers: 5"));
    changes.put(
        "resources.S.max_memory_mb", new Change("max_memory_mb: 300", "max_memory_mb: 301"));
    changes.put("devices.ID.address", new Change("192.168.1.11", "192.168.1.12"));
    return changes;
  }

  private static void deviceChanges(Map<String, Change> changes) {
    changes.put("device.id", new Change("id: primary\n", "id: other\n"));
    changes.put("device.name", new Change("a board", "another board"));
    changes.put("device.roles", new Change("[planning, ", "["));
    changes.put("device.network.bind_address", new Change("127.0.0.1", "127.0.0.2"));
    changes.put("device.network.advertise_address", new Change("192.168.1.10", "192.168.1.12"));
    changes.put(
        "device.network.insecure_plaintext",
        new Change("insecure_plaintext: false", "insecure_plaintext: true"));
    changes.put("device.database.url", new Change("5432/one", "5432/two"));
    changes.put("device.database.password", new Change("env:ONE", "env:TWO"));
    changes.put("device.tls.ca", new Change("ca.pem", "ca2.pem"));
    changes.put("device.tls.certificate", new Change("own.pem", "own2.pem"));
    changes.put("device.tls.key", new Change("own.key", "own2.key"));
    changes.put("device.resources.max_workers", new Change("max_workers: 10", "max_workers: 11"));
    changes.put(
        "device.resources.max_memory_mb", new Change("max_memory_mb: 1792", "max_memory_mb: 1793"));
  }

  private static void alertChanges(Map<String, Change> changes) {
    String alerts = "device.alerts.";
    changes.put(alerts + "email.host", new Change("mail-one", "mail-two"));
    changes.put(alerts + "email.port", new Change("465", "466"));
    changes.put(alerts + "email.security", new Change("security: tls", "security: starttls"));
    changes.put(alerts + "email.user", new Change("user-one", "user-two"));
    changes.put(alerts + "email.password", new Change("MAIL_ONE", "MAIL_TWO"));
    changes.put(alerts + "email.from", new Change("from@one", "from@two"));
    changes.put(alerts + "email.to", new Change("to@one", "to@two"));
    changes.put(alerts + "ntfy.url", new Change("TOPIC_ONE", "TOPIC_TWO"));
    changes.put(alerts + "ntfy.token", new Change("TOKEN_ONE", "TOKEN_TWO"));
    changes.put(alerts + "webhook.url", new Change("HOOK_ONE", "HOOK_TWO"));
    changes.put(alerts + "webhook.secret", new Change("SECRET_ONE", "SECRET_TWO"));
    changes.put(alerts + "dead_man.url", new Change("PING_ONE", "PING_TWO"));
    changes.put(
        alerts + "dead_man.interval_seconds",
        new Change("interval_seconds: 60}", "interval_seconds: 61}"));
  }

  private static void clientChanges(Map<String, Change> changes) {
    String client = "services.S.client.";
    changes.put(
        client + "timeout_seconds", new Change("timeout_seconds: 300", "timeout_seconds: 9"));
    changes.put(client + "max_retries", new Change("max_retries: 3", "max_retries: 4"));
    changes.put(client + "retry_backoff_ms", new Change("backoff_ms: 1000", "backoff_ms: 999"));
    changes.put(
        client + "keepalive_interval_seconds",
        new Change("keepalive_interval_seconds: 30", "keepalive_interval_seconds: 31"));
    changes.put(
        client + "keepalive_timeout_seconds",
        new Change("keepalive_timeout_seconds: 10", "keepalive_timeout_seconds: 11"));
    changes.put(
        client + "breaker_failures", new Change("breaker_failures: 5", "breaker_failures: 6"));
    changes.put(
        client + "breaker_open_seconds",
        new Change("breaker_open_seconds: 60", "breaker_open_seconds: 61"));
    changes.put(
        client + "breaker_successes", new Change("breaker_successes: 2", "breaker_successes: 3"));
    changes.put(
        client + "max_concurrent_calls",
        new Change("max_concurrent_calls: 100", "max_concurrent_calls: 101"));
    String health = "services.S.health_check.";
    changes.put(health + "enabled", new Change("enabled: true", "enabled: false"));
    changes.put(
        health + "interval_seconds",
        new Change("true, interval_seconds: 30", "true, interval_seconds: 31"));
    changes.put(
        health + "timeout_seconds",
        new Change("30, timeout_seconds: 5}", "30, timeout_seconds: 6}"));
  }

  /** Everything of a configuration that a process is built from. */
  private record Effects(
      Set<ServiceName> hosted,
      List<Object> ways,
      List<Object> limits,
      List<HealthCheckConfig> watched,
      List<Object> timeouts,
      int httpPort,
      String bindAddress,
      @Nullable DatabaseConfig database,
      @Nullable TlsConfig tls,
      @Nullable AlertsConfig alerts,
      int epoch) {}

  /** A refusal is an effect as well: its reasons. */
  private Object effects(String device, String services) throws IOException {
    Path deviceFile = Files.writeString(folder.resolve("device.yaml"), device);
    Path servicesFile = Files.writeString(folder.resolve("services.yaml"), services);
    LoadedConfig config = ConfigLoader.load(deviceFile, servicesFile, Map.of()).orElseThrow();
    Result<Placement> placement = Placement.of(config, null);
    return placement.isSuccess()
        ? effects(placement.orElseThrow())
        : placement.problemOrThrow().faults();
  }

  private static Effects effects(Placement placement) {
    return new Effects(
        placement.hosted(),
        each(name -> way(placement, name)),
        each(placement::maxWorkers),
        each(name -> placement.services().service(name).healthCheck()),
        each(name -> timeout(placement, name)),
        placement.services().httpPort(),
        placement.device().network().bindAddress(),
        placement.device().database(),
        placement.device().tls(),
        placement.device().alerts(),
        placement.services().deployment().epoch());
  }

  private static <T> List<T> each(Function<ServiceName, T> value) {
    return List.of(ServiceName.values()).stream().map(value).toList();
  }

  private static Object way(Placement placement, ServiceName name) {
    ServiceConfig service = placement.services().service(name);
    return switch (placement.route(name)) {
      case Route.Direct direct -> direct;
      case Route.Remote remote -> Way.target(name, remote.endpoints(), service.client());
    };
  }

  private static Duration timeout(Placement placement, ServiceName name) {
    return placement.services().service(name).client().timeout();
  }

  private static Map<String, String> documented() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1), row -> row.group(2), (one, other) -> one, TreeMap::new));
  }

  @Test
  void knowsAChangeForEveryKey() throws IOException {
    assertThat(new TreeSet<>(CHANGES.keySet())).isEqualTo(new TreeSet<>(documented().keySet()));
  }

  @Test
  void everyKeyDoesWhatItsRowSays() throws IOException {
    Object before = effects(DEVICE, SERVICES);
    assertThat(before).isInstanceOf(Effects.class);
    for (Map.Entry<String, String> key : documented().entrySet()) {
      Object after = effectsOf(key.getKey());
      if (key.getValue().equals("descriptive")) {
        assertThat(after).as("%s is called descriptive", key.getKey()).isEqualTo(before);
      } else if (!key.getKey().equals("device.network.insecure_plaintext")) {
        assertThat(after).as("%s changes nothing", key.getKey()).isNotEqualTo(before);
      }
    }
  }

  private Object effectsOf(String key) throws IOException {
    Change change = Objects.requireNonNull(CHANGES.get(key), key);
    String device = key.startsWith("device.") ? changed(DEVICE, change) : DEVICE;
    String services = key.startsWith("device.") ? SERVICES : changed(SERVICES, change);
    return effects(device, services);
  }

  private static String changed(String text, Change change) {
    assertThat(text).contains(change.before());
    return text.replace(change.before(), change.after());
  }

  /** The one key that only matters without a certificate and outside loopback. */
  @Test
  void plainTextOutsideLoopbackHangsOnItsKey() throws IOException {
    String open =
        DEVICE
            .replace("127.0.0.1", "0.0.0.0")
            .replace("  tls: {ca: ca.pem, certificate: own.pem, key: own.key}\n", "");

    assertThat(effects(open, SERVICES)).isInstanceOf(List.class);
    assertThat(effects(open.replace("plaintext: false", "plaintext: true"), SERVICES))
        .isInstanceOf(Effects.class);
  }

  @Test
  void callsAreGuardedByTheKeysOfTheirService() throws IOException {
    Effects effects = (Effects) effects(DEVICE, SERVICES);

    assertThat(effects.ways().getFirst())
        .isInstanceOfSatisfying(
            Target.class,
            planning -> {
              assertThat(planning.endpoints()).hasSize(2);
              assertThat(planning.settings().rules().retry().retriesMax()).isEqualTo(3);
              assertThat(planning.settings().rules().breaker().failuresToOpen()).isEqualTo(5);
              assertThat(planning.settings().rules().concurrentCallsMax()).isEqualTo(100);
            });
  }
}
