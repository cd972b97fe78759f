package dev.arduinotrader.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.HealthCheckConfig;
import dev.arduinotrader.platform.config.Role;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceMode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementChangeTest {
  private static final DeviceConfig GATEWAY_DEVICE = Fleets.device("here", Role.GATEWAY);
  private static final DeviceConfig PLANNER_TOO =
      Fleets.device("here", Role.GATEWAY, Role.PLANNING);
  private static final DeviceConfig TRADER_TOO = Fleets.device("here", Role.GATEWAY, Role.TRADING);
  private static final ServiceConfig GATEWAY_HERE =
      Fleets.at(ServiceName.GATEWAY, ServiceMode.LOCAL, "here");
  private static final Placement GATEWAY_ONLY = of(GATEWAY_DEVICE, GATEWAY_HERE);
  private static final Placement WITH_PLANNING =
      of(PLANNER_TOO, GATEWAY_HERE, Fleets.at(ServiceName.PLANNING, ServiceMode.LOCAL, "here"));

  private static Placement of(DeviceConfig device, ServiceConfig... services) {
    return Placement.of(device, Fleets.services(services), null).orElseThrow();
  }

  private static ServiceConfig planningAtPort(int port, String device) {
    ServiceConfig planning = Fleets.at(ServiceName.PLANNING, ServiceMode.LOCAL, device);
    return new ServiceConfig(
        planning.name(),
        planning.mode(),
        List.of(new ServiceInstance(device, port)),
        null,
        null,
        planning.client(),
        planning.healthCheck());
  }

  private static Route remote(String host, int port) {
    return new Route.Remote(List.of(new Endpoint(host, port)));
  }

  @Test
  void turnsCallsToTheNewPortOfAServiceElsewhereWithoutARestart() {
    PlacementChange change =
        PlacementChange.between(
            GATEWAY_ONLY, of(GATEWAY_DEVICE, GATEWAY_HERE, planningAtPort(60_000, "there")));

    assertThat(change.next().route(ServiceName.PLANNING)).isEqualTo(remote("10.0.0.2", 60_000));
    assertThat(change.restarts()).isEmpty();
  }

  @Test
  void turnsCallsAwayFromAComputeServiceThatItGoesOnHosting() {
    PlacementChange change = PlacementChange.between(WITH_PLANNING, GATEWAY_ONLY);

    assertThat(change.next().route(ServiceName.PLANNING)).isEqualTo(remote("10.0.0.2", 50_051));
    assertThat(change.next().hosts(ServiceName.PLANNING)).isTrue();
    assertThat(change.restarts())
        .singleElement()
        .matches(fault -> fault.place().equals("services.planning.device_id"))
        .matches(fault -> fault.message().contains("at the next start"));
  }

  @Test
  void turnsCallsBackWhenTheServiceReturns() {
    PlacementChange change = PlacementChange.between(WITH_PLANNING, WITH_PLANNING);

    assertThat(change.next().route(ServiceName.PLANNING)).isEqualTo(new Route.Direct());
    assertThat(change.restarts()).isEmpty();
  }

  @Test
  void keepsUsingAStateServiceThatItHosts() {
    Placement started =
        of(TRADER_TOO, GATEWAY_HERE, Fleets.at(ServiceName.TRADING, ServiceMode.LOCAL, "here"));

    PlacementChange change = PlacementChange.between(started, GATEWAY_ONLY);

    assertThat(change.next().route(ServiceName.TRADING)).isEqualTo(new Route.Direct());
    assertThat(change.restarts())
        .extracting(Fault::place)
        .containsExactly("services.trading.device_id");
  }

  @Test
  void callsAnotherProcessOfThisDeviceForAServiceThatHasMovedHere() {
    PlacementChange change = PlacementChange.between(GATEWAY_ONLY, WITH_PLANNING);

    assertThat(change.next().route(ServiceName.PLANNING)).isEqualTo(remote("127.0.0.1", 50_051));
    assertThat(change.restarts()).singleElement().asString().contains("trader serve planning");
  }

  @Test
  void needsARestartForAnotherPortOfItsOwn() {
    PlacementChange change =
        PlacementChange.between(
            WITH_PLANNING, of(PLANNER_TOO, GATEWAY_HERE, planningAtPort(60_000, "here")));

    assertThat(change.next().route(ServiceName.PLANNING)).isEqualTo(new Route.Direct());
    assertThat(change.restarts())
        .extracting(Fault::toString)
        .singleElement()
        .asString()
        .contains("services.planning.port", "it stays at 50051");
  }

  @Test
  void needsARestartToWatchHealthInAnotherWay() {
    ServiceConfig planning = Fleets.at(ServiceName.PLANNING, ServiceMode.LOCAL, "there");
    ServiceConfig unwatched =
        new ServiceConfig(
            planning.name(),
            planning.mode(),
            planning.instances(),
            null,
            null,
            planning.client(),
            new HealthCheckConfig(
                false, planning.healthCheck().interval(), planning.healthCheck().timeout()));

    PlacementChange change =
        PlacementChange.between(GATEWAY_ONLY, of(GATEWAY_DEVICE, GATEWAY_HERE, unwatched));

    assertThat(change.restarts())
        .extracting(Fault::place)
        .containsExactly("services.planning.health_check");
  }

  @Test
  void saysNothingOfOtherServicesInAProcessThatServesOne() {
    ServicesConfig services =
        Fleets.services(GATEWAY_HERE, Fleets.at(ServiceName.PLANNING, ServiceMode.LOCAL, "here"));
    Placement one = Placement.of(PLANNER_TOO, services, ServiceName.GATEWAY).orElseThrow();
    Placement all = Placement.of(PLANNER_TOO, services, null).orElseThrow();

    PlacementChange change = PlacementChange.between(one, all);

    assertThat(change.restarts()).isEmpty();
    assertThat(change.next().route(ServiceName.PLANNING)).isEqualTo(remote("127.0.0.1", 50_051));
  }
}
