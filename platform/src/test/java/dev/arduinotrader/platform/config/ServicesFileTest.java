package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.resilience.model.BreakerRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesFileTest {
  private final Path folder;

  ServicesFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void hasDefaultsForAllButTheHomes() {
    assertThat(read(Texts.sevenServices())).isEqualTo(ServicesConfig.localOn("primary"));
  }

  @Test
  void hasTheDefaultsOfThePlan() {
    ServicesConfig services = ServicesConfig.localOn("primary");

    assertThat(eachService(services, service -> service.client().timeout().toSeconds()))
        .containsExactly(300L, 60L, 120L, 30L, 60L, 120L, 30L);
    assertThat(eachService(services, service -> service.client().maxRetries()))
        .containsExactly(3, 3, 2, 5, 3, 3, 3);
    assertThat(eachService(services, service -> service.healthCheck().interval().toSeconds()))
        .containsExactly(30L, 30L, 60L, 15L, 30L, 60L, 15L);
    assertThat(eachService(services, service -> service.instances().getFirst().port()))
        .containsExactly(50051, 50052, 50053, 50054, 50055, 50056, 50057);
    assertThat(eachService(services, service -> service.client().retryBackoff()))
        .containsOnly(Duration.ofSeconds(1));
    assertThat(eachService(services, service -> service.client().keepaliveInterval()))
        .containsOnly(Duration.ofSeconds(30));
    assertThat(eachService(services, service -> service.client().keepaliveTimeout()))
        .containsOnly(Duration.ofSeconds(10));
    assertThat(eachService(services, service -> service.healthCheck().timeout()))
        .containsOnly(Duration.ofSeconds(5));
    assertThat(services.httpPort()).isEqualTo(8000);
  }

  private static <T> List<T> eachService(
      ServicesConfig services, Function<ServiceConfig, T> value) {
    return Arrays.stream(ServiceName.values()).map(services::service).map(value).toList();
  }

  @Test
  void readsEveryKey() {
    ServicesConfig services =
        read(
            """
            deployment: {mode: load_balanced, epoch: 7}
            services:
              planning:
                mode: remote
                port: 60001
                instances:
                  - device_id: compute-1
                  - device_id: primary
                    port: 60011
                client:
                  timeout_seconds: 2.5
                  max_retries: 0
                  retry_backoff_ms: 250
                  keepalive_interval_seconds: 10
                  keepalive_timeout_seconds: 3
                  breaker_failures: 7
                  breaker_open_seconds: 1.5
                  breaker_successes: 4
                  max_concurrent_calls: 12
                health_check: {enabled: false, interval_seconds: 7, timeout_seconds: 2}
              scoring: {device_id: primary, address: scoring}
              optimization: {device_id: primary}
              portfolio: {device_id: primary}
              trading: {device_id: primary}
              universe: {device_id: primary}
              gateway: {device_id: primary, port: 60007, http_port: 8080}
            resources:
              planning: {max_workers: 4, max_memory_mb: 300}
            devices:
              compute-1: {address: 192.168.1.10}
              primary: {address: board.local}
            """);

    assertThat(services.deployment())
        .isEqualTo(new DeploymentConfig(DeploymentMode.LOAD_BALANCED, 7));
    assertThat(services.service(ServiceName.PLANNING))
        .isEqualTo(
            new ServiceConfig(
                ServiceName.PLANNING,
                ServiceMode.REMOTE,
                List.of(
                    new ServiceInstance("compute-1", 60001), new ServiceInstance("primary", 60011)),
                null,
                null,
                new ClientConfig(
                    Duration.ofMillis(2500),
                    0,
                    Duration.ofMillis(250),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3),
                    new BreakerRules(7, Duration.ofMillis(1500), 4),
                    12),
                new HealthCheckConfig(false, Duration.ofSeconds(7), Duration.ofSeconds(2))));
    assertThat(services.service(ServiceName.SCORING).address()).isEqualTo("scoring");
    assertThat(services.httpPort()).isEqualTo(8080);
    assertThat(services.resourcesOf(ServiceName.PLANNING)).isEqualTo(new ServiceResources(4, 300));
    assertThat(services.devices())
        .containsExactly(
            Map.entry("compute-1", "192.168.1.10"), Map.entry("primary", "board.local"));
  }

  @Test
  void suggestsTheServiceThatWasMeant() {
    String text = Texts.sevenServices();

    assertThat(Texts.faults(folder, "services.yaml", text.replace("planning", "planing")))
        .containsExactly(
            "services.yaml:2: services.planing: unknown key; Maybe planning was meant.");
    assertThat(Texts.faults(folder, "services.yaml", text.replace("optimization", "analytics")))
        .containsExactly(
            "services.yaml:4: services.analytics: unknown key; Maybe optimization was meant.");
  }

  @Test
  void refusesAServiceWithoutAHome() {
    String text =
        Texts.sevenServices()
            .replace("  scoring: {device_id: primary}\n", "")
            .replace("trading: {device_id: primary}", "trading: {port: 50055}");

    assertThat(Texts.faults(folder, "services.yaml", text))
        .containsExactly(
            "services.yaml:1: services.scoring: missing, so it has no home; Maybe add it with its"
                + " device_id.",
            "services.yaml:5: services.trading.device_id: missing; expected the device that is the"
                + " home of trading");
    assertThat(Texts.faults(folder, "services.yaml", "deployment: {mode: local}"))
        .containsExactly(
            "services.yaml:1: services: missing; expected the homes of planning, scoring,"
                + " optimization, portfolio, trading, universe, gateway");
  }

  @Test
  void reportsEveryBadValueWithItsLine() {
    List<String> faults =
        Texts.faults(
            folder,
            "services.yaml",
            """
            deployment:
              mode: lokal
              epoch: 0
            services:
              planning:
                device_id: primary
                port: 65536
                client:
                  timeout_seconds: 0
                  max_retries: 11
                  retry_backoff_ms: -5
                  keepalive_interval_seconds: 9.999
                  keepalive_timeout_seconds: soon
                health_check: on
              scoring: {device_id: primary, http_port: 8000}
              optimization: {device_id: primry}
              portfolio: {device_id: primary, mode: lcoal}
              trading:
              universe: {device_id: primary, port: 050056}
              gateway: {device_id: primary, http_port: web, client: {timeout: 5}}
            resources:
              analytics: {max_workers: 1}
              scoring: {max_memory_mb: 1}
            devices:
              primary: {address: "not a host"}
              other: {}
            """);

    assertThat(faults)
        .containsExactly(
            "services.yaml:2: deployment.mode: expected one of local, distributed, load_balanced,"
                + " found 'lokal'; Maybe local was meant.",
            "services.yaml:3: deployment.epoch: expected a whole number from 1 to 2147483647, found"
                + " '0'",
            "services.yaml:7: services.planning.port: expected a whole number from 1 to 65535,"
                + " found '65536'",
            "services.yaml:9: services.planning.client.timeout_seconds: expected seconds from 0.001"
                + " to 3600, found '0'",
            "services.yaml:10: services.planning.client.max_retries: expected a whole number from 0"
                + " to 10, found '11'",
            "services.yaml:11: services.planning.client.retry_backoff_ms: expected a whole number"
                + " from 1 to 60000, found '-5'",
            "services.yaml:12: services.planning.client.keepalive_interval_seconds: expected"
                + " seconds from 10 to 86400, found '9.999'",
            "services.yaml:13: services.planning.client.keepalive_timeout_seconds: expected seconds"
                + " from 0.001 to 3600, found 'soon'",
            "services.yaml:14: services.planning.health_check: expected keys of its own, found"
                + " 'on'",
            "services.yaml:15: services.scoring.http_port: only the gateway serves HTTP; Maybe"
                + " remove it here.",
            "services.yaml:16: services.optimization.device_id: device 'primry' is not among the"
                + " devices (other, primary); Maybe primary was meant.",
            "services.yaml:17: services.portfolio.mode: expected one of local, remote, found"
                + " 'lcoal'; Maybe local was meant.",
            "services.yaml:18: services.trading: expected keys of its own, found nothing",
            "services.yaml:18: services.trading.device_id: missing; expected the device that is the"
                + " home of trading",
            "services.yaml:19: services.universe.port: expected a whole number from 1 to 65535,"
                + " found '050056'",
            "services.yaml:20: services.gateway.http_port: expected a whole number from 1 to 65535,"
                + " found 'web'",
            "services.yaml:20: services.gateway.client.timeout: unknown key; expected one of"
                + " timeout_seconds, max_retries, retry_backoff_ms, keepalive_interval_seconds,"
                + " keepalive_timeout_seconds, breaker_failures, breaker_open_seconds,"
                + " breaker_successes, max_concurrent_calls",
            "services.yaml:22: resources.analytics: unknown key; Maybe optimization was meant.",
            "services.yaml:23: resources.scoring.max_memory_mb: expected a whole number from 32 to"
                + " 1048576, found '1'",
            "services.yaml:25: devices.primary.address: expected a host name or an IP address,"
                + " found 'not a host'",
            "services.yaml:26: devices.other.address: missing; expected the address under which"
                + " others reach other");
  }

  @Test
  void refusesAPortThatIsTakenOnTheSameDevice() {
    String text =
        Texts.sevenServices()
            .replace("scoring: {", "scoring: {port: 50051, ")
            .replace("gateway: {", "gateway: {http_port: 50054, ");

    assertThat(Texts.faults(folder, "services.yaml", text))
        .containsExactly(
            "services.yaml:3: services.scoring.port: port 50051 on primary already belongs to"
                + " services.planning.port; Maybe choose another.",
            "services.yaml:8: services.gateway.http_port: port 50054 on primary already belongs to"
                + " services.portfolio.port; Maybe choose another.");
  }

  @Test
  void acceptsTheSamePortOnTwoDevices() {
    String text =
        Texts.sevenServices()
            .replace("scoring: {device_id: primary", "scoring: {port: 50051, device_id: other");

    assertThat(
            read(text + "devices: {primary: {address: localhost}, other: {address: 10.0.0.2}}\n")
                .service(ServiceName.SCORING)
                .instances())
        .containsExactly(new ServiceInstance("other", 50051));
  }

  @Test
  void refusesSeveralHomesForAServiceWithState() {
    String text =
        Texts.sevenServices()
                .replace(
                    "trading: {device_id: primary}",
                    "trading: {instances: [{device_id: primary}, {device_id: other}]}")
            + "devices: {primary: {address: localhost}, other: {address: 10.0.0.2}}\n";

    assertThat(Texts.faults(folder, "services.yaml", text))
        .containsExactly(
            "services.yaml:6: services.trading.instances: trading owns state and has exactly one"
                + " home; Maybe give device_id and port.",
            "services.yaml:6: services.trading: expected one home, because the service owns state,"
                + " found [primary:50055, other:50055]; Maybe keep the one that has the data.");
  }

  @Test
  void refusesInstancesThatContradictEachOther() {
    String text =
        Texts.sevenServices()
            .replace(
                "planning: {device_id: primary}",
                "planning: {device_id: third, address: planning, instances:"
                    + " [{device_id: primary}, {device_id: primary, port: 1}, {prot: 3}]}")
            .replace("scoring: {device_id: primary}", "scoring: {instances: []}");

    assertThat(Texts.faults(folder, "services.yaml", text))
        .containsExactly(
            "services.yaml:2: services.planning.instances[2].device_id: missing; expected the"
                + " device of this instance",
            "services.yaml:2: services.planning.instances[2].prot: unknown key; Maybe port was"
                + " meant.",
            "services.yaml:2: services.planning.device_id: not among the instances; Maybe add it to"
                + " them, or remove it here.",
            "services.yaml:2: services.planning.address: names one host for several instances;"
                + " Maybe use devices instead.",
            "services.yaml:2: services.planning.instances[1].device_id: a second instance on"
                + " primary; one is enough",
            "services.yaml:3: services.scoring.instances: expected at least one instance, each with"
                + " device_id and port");
  }

  private ServicesConfig read(String text) {
    Path file = Texts.write(folder, "services.yaml", text);
    return ((ConfigFile.ServicesFile) ConfigLoader.read(file, Map.of()).orElseThrow()).services();
  }
}
