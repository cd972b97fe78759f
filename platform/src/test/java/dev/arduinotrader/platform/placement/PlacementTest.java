package dev.arduinotrader.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.DeploymentMode;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.NetworkConfig;
import dev.arduinotrader.platform.config.Role;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceMode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServiceResources;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.config.TlsConfig;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final DeviceConfig PLANNER = Fleets.device("here", Role.PLANNING);
  private static final ServiceConfig PLANNING_HERE =
      Fleets.at(ServiceName.PLANNING, ServiceMode.REMOTE, "here");

  @Test
  void hostsEverythingInProcessByDefault() {
    Placement placement =
        Placement.of(DeviceConfig.defaults(), ServicesConfig.localOn("primary"), null)
            .orElseThrow();

    assertThat(placement.hosted()).containsExactly(ServiceName.values());
    assertThat(placement.routes().values()).containsOnly(new Route.Direct());
    assertThat(placement.warnings()).isEmpty();
  }

  @Test
  void reachesEveryInstanceOfAComputeService() {
    ServicesConfig services =
        Fleets.services(
            Fleets.at(ServiceName.PLANNING, ServiceMode.REMOTE, "here", "there"),
            Fleets.at(ServiceName.SCORING, ServiceMode.REMOTE, "there"));

    Placement placement = Placement.of(PLANNER, services, null).orElseThrow();

    assertThat(placement.route(ServiceName.PLANNING))
        .isEqualTo(
            new Route.Remote(
                List.of(new Endpoint("127.0.0.1", 50051), new Endpoint("10.0.0.2", 50051))));
    assertThat(placement.hosted()).containsExactly(ServiceName.PLANNING);
  }

  @Test
  void callsTheAddressOfTheServiceRatherThanItsDevice() {
    DeviceConfig both = Fleets.device("here", Role.PLANNING, Role.SCORING);
    ServicesConfig services =
        Fleets.services(
            PLANNING_HERE,
            Fleets.withAddress(
                Fleets.at(ServiceName.SCORING, ServiceMode.LOCAL, "here"), "scoring"));

    Placement apart = Placement.of(both, services, ServiceName.PLANNING).orElseThrow();
    Placement together = Placement.of(both, services, null).orElseThrow();

    assertThat(apart.route(ServiceName.SCORING))
        .isEqualTo(new Route.Remote(List.of(new Endpoint("scoring", 50052))));
    assertThat(together.route(ServiceName.SCORING)).isEqualTo(new Route.Direct());
  }

  @Test
  void refusesTwoDevicesThatOwnOneStateService() {
    ServicesConfig services =
        Fleets.services(
            PLANNING_HERE, Fleets.at(ServiceName.PORTFOLIO, ServiceMode.LOCAL, "there", "here"));

    assertThat(places(PLANNER, services))
        .containsExactly("services.portfolio", "services.portfolio.instances[1].device_id");
  }

  @Test
  void refusesADeviceThatTheServicesDoNotKnow() {
    assertThat(
            Placement.of(Fleets.device("elsewhere", Role.ALL), Fleets.services(), null)
                .problemOrThrow()
                .message())
        .startsWith("device.id: device 'elsewhere' is not among the devices of the services file")
        .endsWith("Maybe name the file of this device (DEVICE_CONFIG_PATH), or add the device.");
  }

  @Test
  void refusesToCallItselfInAnotherDevicesPlace() {
    Map<String, String> devices = Map.of("here", "localhost", "there", "127.0.0.1");

    assertThat(places(PLANNER, Fleets.services(DeploymentMode.DISTRIBUTED, devices, PLANNING_HERE)))
        .containsExactly("devices.there.address");
    assertThat(
            places(
                PLANNER,
                Fleets.services(
                    PLANNING_HERE,
                    Fleets.withAddress(
                        Fleets.at(ServiceName.TRADING, ServiceMode.REMOTE, "there"), "localhost"))))
        .containsExactly("services.trading.address");
  }

  @Test
  void acceptsLocalhostForADeviceThatIsNotCalled() {
    Map<String, String> devices =
        Map.of("here", "localhost", "there", "10.0.0.2", "spare", "localhost");

    assertThat(
            Placement.of(
                    PLANNER,
                    Fleets.services(DeploymentMode.DISTRIBUTED, devices, PLANNING_HERE),
                    null)
                .isSuccess())
        .isTrue();
  }

  @Test
  void refusesToListenOutsideLoopbackUnlessAccepted() {
    DeviceConfig open = Fleets.withNetwork(PLANNER, new NetworkConfig("0.0.0.0", null, false));
    DeviceConfig accepted = Fleets.withNetwork(PLANNER, new NetworkConfig("0.0.0.0", null, true));
    ServicesConfig services = Fleets.services(PLANNING_HERE);

    assertThat(Placement.of(open, services, null).problemOrThrow().message())
        .isEqualTo(
            "device.network.bind_address: expected a loopback address, because the device has no"
                + " certificate (device.tls), found 0.0.0.0; Maybe make one (trader certs init,"
                + " trader certs issue), or set network.insecure_plaintext: true on a network that"
                + " you trust.");
    assertThat(Placement.of(accepted, services, null).orElseThrow().warnings())
        .singleElement()
        .asString()
        .contains("0.0.0.0 is open to the network and calls are NOT ENCRYPTED");
  }

  @Test
  void listensOutsideLoopbackWithACertificateWithoutAWarning() {
    DeviceConfig open = Fleets.withNetwork(PLANNER, new NetworkConfig("0.0.0.0", null, false));
    DeviceConfig proved =
        new DeviceConfig(
            open.id(),
            open.name(),
            open.roles(),
            open.network(),
            open.resources(),
            null,
            new TlsConfig(Path.of("ca.pem"), Path.of("own.pem"), Path.of("own.key")));

    assertThat(Placement.of(proved, Fleets.services(PLANNING_HERE), null).orElseThrow().warnings())
        .isEmpty();
  }

  @Test
  void reportsAllReasonsAtOnce() {
    DeviceConfig device =
        Fleets.withNetwork(
            Fleets.device("here", Role.COMPUTE, Role.TRADING),
            new NetworkConfig("10.0.0.1", null, false));
    ServicesConfig services =
        Fleets.services(PLANNING_HERE, Fleets.at(ServiceName.UNIVERSE, ServiceMode.LOCAL, "here"));

    assertThat(
            Placement.of(device, services, ServiceName.GATEWAY).problemOrThrow().faults().stream()
                .map(Fault::place))
        .containsExactly(
            "device.network.bind_address",
            "device.roles[0]",
            "device.roles[1]",
            "services.universe.device_id",
            "services.gateway.device_id");
  }

  @Test
  void saysWhichRolesWouldFit() {
    assertThat(
            Placement.of(Fleets.device("here", Role.COMPUTE), Fleets.services(PLANNING_HERE), null)
                .problemOrThrow()
                .message())
        .isEqualTo(
            "device.roles[0]: role compute includes services that live elsewhere (scoring on there,"
                + " optimization on there); Maybe give here the roles [planning].");
  }

  @Test
  void warnsWhenTheModeDoesNotDescribeThePlacements() {
    ServicesConfig apart =
        Fleets.services(DeploymentMode.LOCAL, Fleets.services().devices(), PLANNING_HERE);
    ServicesConfig together =
        Fleets.services(DeploymentMode.LOAD_BALANCED, Fleets.services().devices());

    assertThat(Placement.of(PLANNER, apart, null).orElseThrow().warnings())
        .containsExactly(
            "deployment.mode: says local, but the services live on here and there; the placements"
                + " hold");
    assertThat(
            Placement.of(Fleets.device("there", Role.ALL), together, null).orElseThrow().warnings())
        .containsExactly(
            "deployment.mode: says load_balanced, but the services live on there; the placements"
                + " hold");
  }

  @Test
  void knowsPortsAndWorkersOfWhatLivesHere() {
    ServicesConfig defaults = ServicesConfig.localOn("primary");
    Map<ServiceName, ServiceResources> resources = new EnumMap<>(defaults.resources());
    resources.put(ServiceName.PLANNING, new ServiceResources(4, 512));
    ServicesConfig services =
        new ServicesConfig(
            defaults.deployment(), defaults.services(), resources, defaults.devices());

    Placement placement = Placement.of(DeviceConfig.defaults(), services, null).orElseThrow();

    assertThat(placement.port(ServiceName.UNIVERSE)).isEqualTo(50056);
    assertThat(placement.maxWorkers(ServiceName.PLANNING)).isEqualTo(4);
    assertThat(placement.maxWorkers(ServiceName.SCORING)).isEqualTo(10);
    Placement planner = Placement.of(PLANNER, Fleets.services(PLANNING_HERE), null).orElseThrow();
    assertThatThrownBy(() -> planner.port(ServiceName.SCORING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scoring does not live on here");
  }

  private static List<String> places(DeviceConfig device, ServicesConfig services) {
    return Placement.of(device, services, null).problemOrThrow().faults().stream()
        .map(Fault::place)
        .toList();
  }
}
