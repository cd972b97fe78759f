package dev.arduinotrader.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves between two folders of this machine, where a program that only waits is the service. */
final class ComputeMoveTest {
  private static final Instance.Seen WELL =
      new Instance.Seen(true, "healthy", "1", "contracts", 0, 0);

  private static final String NETWORK =
      "  network: {bind_address: 0.0.0.0, insecure_plaintext: true}\n";

  private final Path folder;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final List<String> progress = new ArrayList<>();

  ComputeMoveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeDevices() throws IOException {
    write("one", "[planning, scoring, optimization]");
    write("two", "[state, gateway]");
  }

  private void write(String id, String roles) throws IOException {
    Path own = Files.createDirectories(folder.resolve(id));
    Files.writeString(
        own.resolve("device.yaml"),
        ("device:\n  id: %s\n  roles: %s # owner's\n" + NETWORK).formatted(id, roles));
    StringBuilder services = new StringBuilder("services:\n");
    for (ServiceName name : ServiceName.values()) {
      services.append(
          "  %s: {mode: remote, device_id: %s}\n"
              .formatted(name.key(), name.isState() ? "two" : "one"));
    }
    Files.writeString(
        own.resolve("services.yaml"),
        services + "devices:\n  one: {address: 10.0.0.1}\n  two: {address: 10.0.0.2}\n");
    Path launcher = own.resolve("launcher");
    Files.writeString(launcher, "#!/bin/sh\nexec sleep 60\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    devices.put(
        id,
        Device.of(
            new DeviceHome(
                id, null, own.toString(), "./launcher", "device.yaml", "services.yaml", "data")));
  }

  private Result<MoveReport> move(ServiceName service, String to, Instance instance) {
    MoveWish wish =
        new MoveWish(service, to, null, false, Duration.ofSeconds(5), Duration.ofSeconds(5));
    return new ComputeMove(wish, devices, Map.of(), instance, pause -> {}, progress::add)
        .run("20260101T000000Z");
  }

  private Device device(String id) {
    return Objects.requireNonNull(devices.get(id), id);
  }

  private String services(String id) throws IOException {
    return Files.readString(folder.resolve(id).resolve("services.yaml"));
  }

  @Test
  void turnsTheFilesOfAllDevicesAndLetsTheNewOneFollowThem() throws IOException {
    try {
      assertThat(move(ServiceName.PLANNING, "two", at -> Result.success(WELL)).isSuccess())
          .as(progress.toString())
          .isTrue();

      assertThat(services("one"))
          .isEqualTo(services("two"))
          .contains("planning: {port: 50051, mode: remote, device_id: two}");
      assertThat(folder.resolve("one/device.yaml"))
          .hasContent("device:\n  id: one\n  roles: [scoring, optimization] # owner's\n" + NETWORK);
      assertThat(folder.resolve("two/device.yaml"))
          .hasContent(
              "device:\n  id: two\n  roles: [planning, portfolio, trading, universe, gateway] #"
                  + " owner's\n"
                  + NETWORK);
      assertThat(folder.resolve("two/services.planning.yaml").toRealPath())
          .isEqualTo(folder.resolve("two/services.yaml").toRealPath());
      assertThat(device("two").isRunning("planning").orElseThrow()).isTrue();
      assertThat(device("one").backUps().orElseThrow()).containsExactly("20260101T000000Z");
    } finally {
      assertThat(device("two").stop("planning").orElseThrow()).isTrue();
    }
  }

  @Test
  void putsEverythingBackWhenTheNewOneNeverGetsHealthy() throws IOException {
    String before = services("one");

    Result<MoveReport> moved =
        move(ServiceName.PLANNING, "two", at -> CommonReason.UNAVAILABLE.failure("nobody"));

    assertThat(moved.problemOrThrow().code()).isEqualTo("MOVE_UNDONE");
    assertThat(moved.problemOrThrow().message())
        .contains("not healthy after a minute: nobody", "restored: no planning on two");
    assertThat(services("one")).isEqualTo(before);
    assertThat(device("two").isRunning("planning").orElseThrow()).isFalse();
  }

  @Test
  void goesBackWhenCallsOfTheNewOneFail() throws IOException {
    String before = services("one");
    int[] looks = {0};

    Result<MoveReport> moved =
        move(
            ServiceName.PLANNING,
            "two",
            at ->
                Result.success(
                    looks[0]++ < 5 ? WELL : new Instance.Seen(true, "", "1", "contracts", 40, 3)));

    assertThat(moved.problemOrThrow().message())
        .contains("40 calls answered, 3 failed", "all calls go to 10.0.0.1:50051");
    assertThat(services("two")).isEqualTo(before);
  }

  @Test
  void refusesAnotherProgramUnlessItIsWanted() {
    Result<MoveReport> moved =
        move(
            ServiceName.PLANNING,
            "two",
            at ->
                Result.success(
                    at.host().equals("10.0.0.2")
                        ? WELL
                        : new Instance.Seen(true, "", "2", "contracts", 0, 0)));

    assertThat(moved.problemOrThrow().message())
        .contains("the new planning is version 1, the old one 2", "--blue-green");
  }

  @Test
  void refusesTheGatewayAndUnknownDevicesBeforeAnythingIsTouched() {
    assertThat(
            move(ServiceName.GATEWAY, "one", at -> Result.success(WELL)).problemOrThrow().message())
        .contains("the gateway stays");
    assertThat(
            move(ServiceName.PLANNING, "six", at -> Result.success(WELL))
                .problemOrThrow()
                .message())
        .contains("expected one of the devices [one, two], found 'six'");
    assertThat(progress).isEmpty();
  }

  @Test
  void quotesWhateverIsInAWordForTheOtherShell() {
    assertThat(Device.quote("it's; rm -rf")).isEqualTo("'it'\\''s; rm -rf'");
  }
}
