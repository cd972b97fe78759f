package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  private static final String DEVICE = "device:\n  id: primary\n  roles: [all]\n";

  private final Path device;
  private final Path services;

  ConfigWatchTest(@TempDir Path folder) {
    device = folder.resolve("device.yaml");
    services = folder.resolve("services.yaml");
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(device, DEVICE);
    Files.writeString(services, servicesAt(50_051));
  }

  private static String servicesAt(int planningPort) {
    StringBuilder yaml = new StringBuilder("services:\n");
    for (ServiceName name : ServiceName.values()) {
      int port = name == ServiceName.PLANNING ? planningPort : name.defaultPort();
      yaml.append("  %s: {device_id: primary, port: %d}\n".formatted(name.key(), port));
    }
    return yaml.append("devices:\n  primary: {address: localhost}\n").toString();
  }

  private Result<LoadedConfig> load() {
    return ConfigLoader.load(device, services, Map.of());
  }

  private ConfigWatch watch() {
    return new ConfigWatch(load().orElseThrow(), this::load);
  }

  private static int planningPort(Optional<Result<LoadedConfig>> seen) {
    return seen.orElseThrow()
        .orElseThrow()
        .services()
        .service(ServiceName.PLANNING)
        .instances()
        .getFirst()
        .port();
  }

  @Test
  void saysNothingWhileNothingChanges() throws IOException {
    ConfigWatch watch = watch();
    Files.writeString(device, DEVICE);

    assertThat(watch.look()).isEmpty();
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void takesAChangeOnceWhenTwoLooksHaveSeenTheSame() throws IOException {
    ConfigWatch watch = watch();

    Files.writeString(services, servicesAt(50_099));

    assertThat(watch.look()).isEmpty();
    assertThat(planningPort(watch.look())).isEqualTo(50_099);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void waitsWhileAFileIsStillBeingWritten() throws IOException {
    ConfigWatch watch = watch();

    Files.writeString(services, "services:\n");
    assertThat(watch.look()).isEmpty();
    Files.writeString(services, servicesAt(50_098));
    assertThat(watch.look()).isEmpty();

    assertThat(planningPort(watch.look())).isEqualTo(50_098);
  }

  @Test
  void tellsEveryFaultOfAnInvalidChangeAndTakesTheRepairLater() throws IOException {
    ConfigWatch watch = watch();

    Files.writeString(services, servicesAt(0) + "servces: 1\n");
    watch.look();
    assertThat(watch.look().orElseThrow().problemOrThrow().faults())
        .anyMatch(fault -> fault.toString().contains("services.yaml:2"))
        .anyMatch(fault -> fault.toString().contains("servces"));
    Files.writeString(services, servicesAt(50_097));
    watch.look();

    assertThat(planningPort(watch.look())).isEqualTo(50_097);
  }

  @Test
  void takesARemovedFileForAFaultAndNotForAWishForDefaults() throws IOException {
    ConfigWatch watch = watch();

    Files.delete(device);
    watch.look();

    assertThat(watch.look().orElseThrow().problemOrThrow().faults())
        .singleElement()
        .matches(fault -> fault.place().equals(device.toString()));
  }
}
