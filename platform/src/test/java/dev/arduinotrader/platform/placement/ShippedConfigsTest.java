package dev.arduinotrader.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations in deploy/configs work as they are. */
class ShippedConfigsTest {
  private static final Path CONFIGS = Path.of("..", "deploy", "configs");

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(CONFIGS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void passesTheFleetCheck(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> yaml = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();

      assertThat(FleetCheck.check(yaml, Map.of()).orElseThrow().homes()).hasSize(7);
    }
  }

  @Test
  void runsEverythingInProcessOnASingleDevice() {
    Placement placement = placement("single-device/device.yaml");

    assertThat(placement.hosted()).containsExactly(ServiceName.values());
    assertThat(placement.routes().values()).containsOnly(new Route.Direct());
    assertThat(placement.warnings()).isEmpty();
  }

  @Test
  void showsTheDefaultsInTheSingleDeviceFile() {
    ServicesConfig shipped = placement("single-device/device.yaml").services();

    assertThat(shipped.services()).isEqualTo(ServicesConfig.localOn("primary").services());
    assertThat(shipped.devices()).isEqualTo(ServicesConfig.localOn("primary").devices());
    for (ServiceName name : ServiceName.values()) {
      assertThat(shipped.resourcesOf(name).maxMemoryMegabytes())
          .isEqualTo(ServicesConfig.localOn("primary").resourcesOf(name).maxMemoryMegabytes());
    }
  }

  @Test
  void servesEachServiceInAProcessOfItsOwn() {
    for (ServiceName name : ServiceName.values()) {
      LoadedConfig loaded =
          ConfigLoader.load(
                  null,
                  null,
                  Map.of(
                      ConfigLoader.SERVICES_VARIABLE,
                      CONFIGS.resolve("local-grpc/services.yaml").toString()))
              .orElseThrow();

      Placement placement = Placement.of(loaded, name).orElseThrow();

      assertThat(placement.hosted()).containsExactly(name);
      for (ServiceName callee : ServiceName.values()) {
        assertThat(placement.route(callee))
            .isEqualTo(new Route.Remote(List.of(new Endpoint("127.0.0.1", callee.defaultPort()))));
      }
      assertThat(placement.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dual-device", "load-balanced"})
  void splitsComputeFromState(String folder) {
    Set<ServiceName> first = placement(folder + "/device1.yaml").hosted();
    Placement second = placement(folder + "/device2.yaml");

    assertThat(first)
        .containsExactly(ServiceName.PLANNING, ServiceName.SCORING, ServiceName.OPTIMIZATION);
    assertThat(second.hosted())
        .containsExactly(
            ServiceName.PORTFOLIO, ServiceName.TRADING, ServiceName.UNIVERSE, ServiceName.GATEWAY);
    assertThat(second.route(ServiceName.PLANNING))
        .isEqualTo(new Route.Remote(List.of(new Endpoint("192.168.1.10", 50051))));
    assertThat(second.route(ServiceName.GATEWAY)).isEqualTo(new Route.Direct());
    assertThat(second.warnings()).isEmpty();
  }

  @Test
  void callsTheStateOverGrpcOnlyWhereItIsLoadBalanced() {
    assertThat(placement("dual-device/device2.yaml").route(ServiceName.PORTFOLIO))
        .isEqualTo(new Route.Direct());
    assertThat(placement("load-balanced/device2.yaml").route(ServiceName.PORTFOLIO))
        .isEqualTo(new Route.Remote(List.of(new Endpoint("127.0.0.1", 50054))));
    assertThat(placement("dual-device/device1.yaml").route(ServiceName.PORTFOLIO))
        .isEqualTo(new Route.Remote(List.of(new Endpoint("192.168.1.11", 50054))));
  }

  private static Placement placement(String deviceFile) {
    return ConfigLoader.load(CONFIGS.resolve(deviceFile), null, Map.of())
        .then(loaded -> Placement.of(loaded, null))
        .orElseThrow();
  }
}
