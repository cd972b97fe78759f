package dev.arduinotrader.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetCheckTest {
  private static final String DEVICE_1 =
      """
      device:
        id: one
        roles: [compute]
        network:
          bind_address: 0.0.0.0
          insecure_plaintext: true
      """;
  private static final String DEVICE_2 =
      """
      device:
        id: two
        roles: [state, gateway]
        network:
          bind_address: 0.0.0.0
          insecure_plaintext: true
      """;
  private static final String SERVICES =
      """
      deployment: {mode: distributed}
      services:
        planning: {device_id: one}
        scoring: {device_id: one}
        optimization: {device_id: one}
        portfolio: {device_id: two}
        trading: {device_id: two}
        universe: {device_id: two}
        gateway: {device_id: two}
      devices:
        one: {address: 10.0.0.1}
        two: {address: 10.0.0.2}
      """;

  private final Path folder;

  FleetCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void saysWhereEverythingLives() throws IOException {
    FleetReport report =
        FleetCheck.check(
                List.of(
                    write("device1.yaml", DEVICE_1),
                    write("device2.yaml", DEVICE_2),
                    write("services.yaml", SERVICES)),
                Map.of())
            .orElseThrow();

    assertThat(report.homes()).hasSize(7);
    assertThat(report.homes())
        .containsEntry(ServiceName.PLANNING, List.of(new ServiceInstance("one", 50051)))
        .containsEntry(ServiceName.GATEWAY, List.of(new ServiceInstance("two", 50057)));
    assertThat(report.warnings()).hasSize(2).allMatch(line -> line.contains("NOT ENCRYPTED"));
  }

  @Test
  void missesTheDeviceFileOfAHome() throws IOException {
    assertThat(faults(write("device2.yaml", DEVICE_2), write("services.yaml", SERVICES)))
        .containsExactly(
            missing("services.yaml:3", "planning"),
            missing("services.yaml:4", "scoring"),
            missing("services.yaml:5", "optimization"));
  }

  private static String missing(String line, String service) {
    return line
        + ": services."
        + service
        + ".device_id: "
        + service
        + " lives on one, whose device file is not among the files; Maybe name that file as well.";
  }

  @Test
  void refusesTwoDevicesWithOneId() throws IOException {
    assertThat(
            faults(
                write("a.yaml", DEVICE_1),
                write("b.yaml", DEVICE_1),
                write("device2.yaml", DEVICE_2),
                write("services.yaml", SERVICES)))
        .containsExactly(
            "b.yaml:2: device.id: 'one' is also the id in a.yaml:2: device.id, so its services"
                + " would have two homes; Maybe rename one device.");
  }

  @Test
  void refusesCopiesThatDisagree() throws IOException {
    String other =
        SERVICES
            .replace("portfolio: {device_id: two}", "portfolio: {device_id: one}")
            .replace("mode: distributed", "mode: distributed, epoch: 2");

    assertThat(
            faults(
                write("one/device.yaml", DEVICE_1.replace("[compute]", "[compute, portfolio]")),
                write("one/services.yaml", other),
                write("two/device.yaml", DEVICE_2),
                write("two/services.yaml", SERVICES)))
        .containsExactly(
            "two/services.yaml:6: services.portfolio.device_id: portfolio lives on [two:50054]"
                + " here, but on [one:50054] for one; Maybe copy one services file to all devices.",
            "two/services.yaml:1: deployment.epoch: is 1 here, but 2 for one; Maybe copy the"
                + " services file with the higher one to all devices.");
  }

  @Test
  void refusesADeviceThatPromisesMoreMemoryThanItHas() throws IOException {
    String small = DEVICE_1 + "  resources: {max_memory_mb: 1183}\n";

    assertThat(
            faults(
                write("device1.yaml", small),
                write("device2.yaml", DEVICE_2),
                write("services.yaml", SERVICES)))
        .containsExactly(
            "device1.yaml:7: device.resources.max_memory_mb: its services (planning, scoring,"
                + " optimization) are planned to use 928 MB, but 927 MB are left after 256 MB for"
                + " the system; Maybe lower resources.<service>.max_memory_mb, or move one.");
  }

  @Test
  void refusesADeviceThatTheOthersCannotReach() throws IOException {
    String closed = DEVICE_1.replace("0.0.0.0", "127.0.0.1");

    assertThat(
            faults(
                write("device1.yaml", closed),
                write("device2.yaml", DEVICE_2),
                write("services.yaml", SERVICES)))
        .containsExactly(
            "device1.yaml:5: device.network.bind_address: other devices cannot reach 127.0.0.1;"
                + " Maybe bind to the address that the device advertises.");
  }

  @Test
  void warnsWhenADeviceAdvertisesAnotherAddress() throws IOException {
    String moved = DEVICE_1 + "    advertise_address: 10.0.0.9\n";

    FleetReport report =
        FleetCheck.check(
                List.of(
                    write("device1.yaml", moved),
                    write("device2.yaml", DEVICE_2),
                    write("services.yaml", SERVICES)),
                Map.of())
            .orElseThrow();

    assertThat(report.warnings())
        .contains(
            folder
                + "/device1.yaml:7: device.network.advertise_address: says 10.0.0.9, but the other"
                + " devices call 10.0.0.1");
  }

  @Test
  void reportsTheFaultsOfAllFilesAtOnce() throws IOException {
    assertThat(
            faults(
                write("device1.yaml", DEVICE_1.replace("compute", "computer")),
                write("device2.yaml", DEVICE_2.replace("[state, gateway]", "[all]")),
                write("services.yaml", SERVICES),
                folder.resolve("absent.yaml")))
        .satisfiesExactly(
            first ->
                assertThat(first).startsWith("device1.yaml:3: device.roles[0]: expected one of"),
            second -> assertThat(second).startsWith("absent.yaml: no such file"),
            third ->
                assertThat(third)
                    .startsWith("device2.yaml:3: device.roles[0]: role all includes services"));
  }

  @Test
  void needsToKnowWhichFilesBelongTogether() throws IOException {
    Path device1 = write("device1.yaml", DEVICE_1);
    Path device2 = write("device2.yaml", DEVICE_2);

    assertThat(faults(device1, device2))
        .contains(
            "device1.yaml: expected a services file with several device files; Maybe name it as"
                + " well.");
    assertThat(faults(device1, device2, write("a.yaml", SERVICES), write("b.yaml", SERVICES)))
        .contains(
            "device1.yaml: several services files and none alone beside it; Maybe name only one.");
    assertThat(faults()).containsExactly("expected the configuration files of a fleet, found none");
  }

  @Test
  void fillsInWhatAStartWouldFillIn() throws IOException {
    String onPrimary = SERVICES.replaceAll("device_id: ...", "device_id: primary");
    Path services = write("services.yaml", onPrimary + "  primary: {address: localhost}\n");
    Path device = write("device.yaml", "device: {id: board-1}");

    assertThat(FleetCheck.check(List.of(services), Map.of()).isSuccess()).isTrue();
    assertThat(FleetCheck.check(List.of(device), Map.of()).isSuccess()).isTrue();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.writeString(file, text);
  }

  private List<String> faults(Path... files) {
    return FleetCheck.check(Arrays.asList(files), Map.of()).problemOrThrow().faults().stream()
        .map(Fault::toString)
        .map(fault -> fault.replace(folder + "/", ""))
        .toList();
  }
}
