package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFileTest {
  private final Path folder;

  DeviceFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void hasDefaultsForAllButTheId() {
    assertThat(read("device: {id: board-1}"))
        .isEqualTo(
            new DeviceConfig(
                "board-1",
                "board-1",
                List.of(Role.ALL),
                new NetworkConfig("127.0.0.1", null, false),
                new DeviceResources(10, 1792)));
  }

  @Test
  void readsEveryKey() {
    DeviceConfig device =
        read(
            """
            device:
              id: "compute-1"
              name: "Arduino Uno Q - Compute Engine"
              roles:
                - "compute"
                - gateway
              network:
                bind_address: "0.0.0.0"
                advertise_address: "192.168.1.10"
                insecure_plaintext: true
              resources:
                max_workers: 4
                max_memory_mb: 2048
            """);

    assertThat(device)
        .isEqualTo(
            new DeviceConfig(
                "compute-1",
                "Arduino Uno Q - Compute Engine",
                List.of(Role.COMPUTE, Role.GATEWAY),
                new NetworkConfig("0.0.0.0", "192.168.1.10", true),
                new DeviceResources(4, 2048)));
  }

  @Test
  void reportsEveryBadValueWithItsLine() {
    List<String> faults =
        Texts.faults(
            folder,
            "device.yaml",
            """
            device:
              id: "board 1"
              nmae: x
              roles:
                - computing
                - everything
              network:
                bind_address: example.org
                advertise_address: 0.0.0.0
                insecure_plaintext: yes
              resources:
                max_workers: 0
                max_memory_mb: [1]
            services: {}
            """);

    String words =
        "all, compute, state, planning, scoring, optimization, portfolio, trading, universe,"
            + " gateway";
    assertThat(faults)
        .containsExactly(
            "device.yaml:2: device.id: expected a name of letters, digits, - and _, found"
                + " 'board 1'",
            "device.yaml:3: device.nmae: unknown key; Maybe name was meant.",
            "device.yaml:5: device.roles[0]: expected one of "
                + words
                + ", found 'computing'; Maybe compute was meant.",
            "device.yaml:6: device.roles[1]: expected one of " + words + ", found 'everything'",
            "device.yaml:8: device.network.bind_address: expected an IP address or localhost, found"
                + " 'example.org'",
            "device.yaml:9: device.network.advertise_address: expected a host name or an IP"
                + " address, found '0.0.0.0'",
            "device.yaml:10: device.network.insecure_plaintext: expected true or false, found"
                + " 'yes'",
            "device.yaml:12: device.resources.max_workers: expected a whole number from 1 to 1000,"
                + " found '0'",
            "device.yaml:13: device.resources.max_memory_mb: expected a single value, found a list",
            "device.yaml:14: services: unknown key; expected one of device");
  }

  @Test
  void needsAnIdAndAtLeastOneRole() {
    assertThat(Texts.faults(folder, "device.yaml", "device:\n  roles: []\n"))
        .containsExactly(
            "device.yaml:1: device.id: missing; expected the name under which services.yaml knows"
                + " the device",
            "device.yaml:2: device.roles: expected at least one role; Maybe all was meant.");
  }

  private DeviceConfig read(String text) {
    Path file = Texts.write(folder, "device.yaml", text);
    return ((ConfigFile.DeviceFile) ConfigLoader.read(file, Map.of()).orElseThrow()).device();
  }

  @Test
  void readsWhereTheCertificateIsAndWantsAllThreeFiles() {
    String whole =
        """
        device:
          id: primary
          tls: {ca: ca.pem, certificate: own.pem, key: own.key}
        """;
    assertThat(read(whole).tls())
        .isEqualTo(new TlsConfig(Path.of("ca.pem"), Path.of("own.pem"), Path.of("own.key")));
    assertThat(Texts.faults(folder, "device.yaml", whole.replace(", key: own.key", "")))
        .containsExactly(
            "device.yaml:3: device.tls.key: missing; expected the path of a PEM file; Maybe see:"
                + " trader certs --help");
  }
}
