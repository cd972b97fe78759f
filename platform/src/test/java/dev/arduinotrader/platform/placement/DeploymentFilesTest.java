package dev.arduinotrader.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentFilesTest {
  private static final String FLEET =
      """
      deployment: {mode: distributed, epoch: 3}
      services:
        planning: {mode: remote, instances: [{device_id: compute}, {device_id: primary}]}
        scoring: {mode: remote, device_id: compute}
        optimization: {mode: remote, device_id: compute}
        portfolio: {device_id: primary}
        trading: {device_id: primary}
        universe: {device_id: primary}
        gateway: {device_id: primary, http_port: 8080}
      devices:
        compute:
          address: 192.168.1.10
          bind_address: 0.0.0.0
          insecure_plaintext: true
          resources: {max_workers: 4, max_memory_mb: 1792}
        primary:
          name: "The one with the page"
          address: ${PRIMARY:-192.168.1.11}
          bind_address: 0.0.0.0
          insecure_plaintext: true
      """;

  @Test
  void makesFilesThatFitTogether(@TempDir Path folder) throws IOException {
    SortedMap<String, String> files = DeploymentFiles.of("deployment.yaml", FLEET).orElseThrow();
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      paths.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
    }

    assertThat(files.keySet())
        .containsExactly("device-compute.yaml", "device-primary.yaml", "services.yaml");
    FleetReport report = FleetCheck.check(paths, Map.of()).orElseThrow();
    assertThat(report.homes().get(ServiceName.PLANNING))
        .containsExactly(
            new ServiceInstance("compute", 50_051), new ServiceInstance("primary", 50_051));
    assertThat(files.get("device-compute.yaml"))
        .contains("- planning", "- scoring", "- optimization", "max_workers: 4")
        .doesNotContain("- trading");
    assertThat(files.get("device-primary.yaml")).contains("${PRIMARY:-192.168.1.11}");
    assertThat(files.get("services.yaml")).contains("epoch: 3").doesNotContain("bind_address");
  }

  @Test
  void refusesUnknownKeysOfDevicesAndWhatIsNoYaml() {
    assertThat(
            DeploymentFiles.of("fleet.yaml", FLEET.replace("name:", "nane:"))
                .problemOrThrow()
                .faults())
        .singleElement()
        .asString()
        .contains("fleet.yaml: devices.primary.nane", "unknown key", "address");
    assertThat(DeploymentFiles.of("fleet.yaml", "services: [").problemOrThrow().faults())
        .singleElement()
        .asString()
        .contains("fleet.yaml:", "expected YAML");
    assertThat(DeploymentFiles.of("fleet.yaml", "a: 1\na: 2\n").isSuccess()).isFalse();
  }
}
