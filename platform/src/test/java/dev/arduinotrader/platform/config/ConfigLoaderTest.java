package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  private final Path folder;

  ConfigLoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void needsNoFile() {
    LoadedConfig loaded = ConfigLoader.load(null, null, Map.of()).orElseThrow();

    assertThat(loaded.device()).isEqualTo(DeviceConfig.defaults());
    assertThat(loaded.services()).isEqualTo(ServicesConfig.localOn("primary"));
    assertThat(loaded.sources().text()).isEqualTo("device built in, services built in");
    assertThat(loaded.sources().files()).isEmpty();
  }

  @Test
  void prefersTheArgumentOverTheEnvironment() {
    Path argument = Texts.write(folder, "argument.yaml", "device: {id: from-argument}");
    Path variable = Texts.write(folder, "variable.yaml", "device: {id: from-variable}");
    Map<String, String> environment =
        Map.of("DEVICE_CONFIG_PATH", variable.toString(), "SERVICES_CONFIG_PATH", "");

    LoadedConfig both = ConfigLoader.load(argument, null, environment).orElseThrow();
    LoadedConfig onlyVariable = ConfigLoader.load(null, null, environment).orElseThrow();

    assertThat(both.device().id()).isEqualTo("from-argument");
    assertThat(both.sources().text()).isEqualTo(argument + " (argument), services built in");
    assertThat(both.sources().files()).containsExactly(argument);
    assertThat(onlyVariable.device().id()).isEqualTo("from-variable");
    assertThat(onlyVariable.sources().text())
        .isEqualTo(variable + " (DEVICE_CONFIG_PATH), services built in");
  }

  @Test
  void placesEverythingOnTheDeviceThatHasNoServicesFile() {
    Path device = Texts.write(folder, "board.yaml", "device: {id: board-1}");

    assertThat(ConfigLoader.load(device, null, Map.of()).orElseThrow().services())
        .isEqualTo(ServicesConfig.localOn("board-1"));
  }

  @Test
  void takesTheDeviceFileBesideTheServicesFile() {
    Path services = Texts.write(folder, "services.yaml", Texts.sevenServices());
    Map<String, String> environment = Map.of("SERVICES_CONFIG_PATH", services.toString());

    LoadedConfig alone = ConfigLoader.load(null, null, environment).orElseThrow();
    Texts.write(folder, "device.yaml", "device: {id: primary, name: Beside}");
    LoadedConfig beside = ConfigLoader.load(null, null, environment).orElseThrow();

    assertThat(alone.device()).isEqualTo(DeviceConfig.defaults());
    assertThat(beside.device().name()).isEqualTo("Beside");
    assertThat(beside.sources().text()).contains("device.yaml (beside services.yaml), ");
  }

  @Test
  void takesTheServicesFileBesideTheDeviceFile() {
    Path device = Texts.write(folder, "device1.yaml", "device: {id: primary}");
    Texts.write(folder, "services.yaml", "deployment: {epoch: 9}\n" + Texts.sevenServices());

    LoadedConfig loaded = ConfigLoader.load(device, null, Map.of()).orElseThrow();

    assertThat(loaded.services().deployment().epoch()).isEqualTo(9);
  }

  @Test
  void reportsTheFaultsOfBothFilesAtOnce() {
    Path device = Texts.write(folder, "device.yaml", "device: {id: primary, role: all}");
    Path services =
        Texts.write(folder, "services.yaml", Texts.sevenServices().replace("planning", "planing"));

    assertThat(Texts.faults(folder, ConfigLoader.load(device, services, Map.of())))
        .containsExactly(
            "device.yaml:1: device.role: unknown key; Maybe roles was meant.",
            "services.yaml:2: services.planing: unknown key; Maybe planning was meant.");
  }

  @Test
  void noticesThatTheFilesWereSwapped() {
    Path device = Texts.write(folder, "device.yaml", "device: {id: primary}");
    Path services = Texts.write(folder, "services.yaml", Texts.sevenServices());

    assertThat(Texts.faults(folder, ConfigLoader.load(services, device, Map.of())))
        .containsExactly(
            "services.yaml:1: device: missing; Maybe this is a services file in a device's place.",
            "device.yaml:1: services: missing; Maybe this is a device file in the services'"
                + " place.");
  }
}
