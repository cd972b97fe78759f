package dev.arduinotrader.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.NetworkConfig;
import dev.arduinotrader.platform.config.Role;
import dev.arduinotrader.platform.config.ServiceMode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole table of (mode, placement, role, run or serve), seen by the device {@code here} for the
 * service scoring; planning lives here and portfolio there in every row.
 */
class PlacementTableTest {
  private static final DeviceConfig DEVICE = Fleets.device("here", Role.PLANNING);

  @ParameterizedTest(name = "{0} on {1}, roles {2}, {3}: hosts {4}, scoring {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        // mode | home  | roles             | command         | hosts            | scoring by way of
        "LOCAL  | here  | planning, scoring | run             | planning scoring | direct",
        "LOCAL  | here  | planning, scoring | serve SCORING   | scoring          | direct",
        "LOCAL  | here  | planning, scoring | serve PLANNING  | planning         | 127.0.0.1:50052",
        "REMOTE | here  | planning, scoring | run             | planning scoring | 127.0.0.1:50052",
        "REMOTE | here  | planning, scoring | serve SCORING   | scoring          | 127.0.0.1:50052",
        "REMOTE | here  | planning, scoring | serve PLANNING  | planning         | 127.0.0.1:50052",
        "LOCAL  | there | planning          | run             | planning         | 10.0.0.2:50052",
        "LOCAL  | there | planning          | serve PLANNING  | planning         | 10.0.0.2:50052",
        "REMOTE | there | planning          | run             | planning         | 10.0.0.2:50052",
        "REMOTE | there | planning          | serve PLANNING  | planning         | 10.0.0.2:50052",
        // A role that includes what lives elsewhere.
        "LOCAL  | there | planning, scoring | run             | device.roles[1]  | refused",
        "REMOTE | there | planning, scoring | run             | device.roles[1]  | refused",
        "REMOTE | there | planning, scoring | serve PLANNING  | device.roles[1]  | refused",
        "LOCAL  | here  | compute           | run             | device.roles[0]  | refused",
        "LOCAL  | here  | all               | run             | device.roles[0]  | refused",
        // A service here that is in none of the roles.
        "LOCAL  | here  | planning          | run             | services.scoring.device_id |"
            + " refused",
        "REMOTE | here  | planning          | run             | services.scoring.device_id |"
            + " refused",
        "REMOTE | here  | planning          | serve PLANNING  | services.scoring.device_id |"
            + " refused",
        // Serving what does not live here.
        "LOCAL  | there | planning          | serve SCORING   | services.scoring.device_id |"
            + " refused",
        "REMOTE | there | planning          | serve SCORING   | services.scoring.device_id |"
            + " refused",
        "REMOTE | here  | planning, scoring | serve PORTFOLIO | services.portfolio.device_id |"
            + " refused",
        // A home that nobody knows.
        "LOCAL  | moon  | planning          | run             | services.scoring.device_id |"
            + " refused",
        "REMOTE | moon  | planning          | run             | services.scoring.device_id |"
            + " refused",
      })
  void followsTheTable(
      ServiceMode mode, String home, String roles, String command, String expected, String way) {
    DeviceConfig device = Fleets.withRoles(DEVICE, roles(roles));
    ServicesConfig services =
        Fleets.services(
            Fleets.at(ServiceName.PLANNING, mode, "here"),
            Fleets.at(ServiceName.SCORING, mode, home));

    Result<Placement> placement = Placement.of(device, services, serveOnly(command));

    switch (placement) {
      case Result.Success<Placement>(Placement placed) -> {
        assertThat(keys(placed)).isEqualTo(expected);
        assertThat(describe(placed.route(ServiceName.SCORING))).isEqualTo(way);
      }
      case Result.Failure<Placement>(Problem problem) -> {
        assertThat(problem.faults()).extracting(Fault::place).containsExactly(expected);
        assertThat(way).isEqualTo("refused");
      }
    }
  }

  private static List<Role> roles(String text) {
    return Arrays.stream(text.split(", ", -1)).map(key -> Role.fromKey(key).orElseThrow()).toList();
  }

  private static @Nullable ServiceName serveOnly(String command) {
    return command.equals("run") ? null : ServiceName.valueOf(command.substring("serve ".length()));
  }

  private static String keys(Placement placement) {
    return placement.hosted().stream().map(ServiceName::key).collect(Collectors.joining(" "));
  }

  private static String describe(Route route) {
    return switch (route) {
      case Route.Direct() -> "direct";
      case Route.Remote(List<Endpoint> endpoints) ->
          endpoints.stream().map(Endpoint::authority).collect(Collectors.joining(" "));
    };
  }

  /** Loopback only, as the device in the table binds. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:50052",
    "localhost, localhost:50052",
    "::1, [::1]:50052",
    "0.0.0.0, 127.0.0.1:50052",
    "::, 127.0.0.1:50052",
    "10.0.0.1, 10.0.0.1:50052",
  })
  void callsItselfWhereItsServersListen(String bindAddress, String authority) {
    DeviceConfig device =
        Fleets.withNetwork(
            Fleets.device("here", Role.PLANNING, Role.SCORING),
            new NetworkConfig(bindAddress, null, true));
    ServicesConfig services =
        Fleets.services(
            Fleets.at(ServiceName.PLANNING, ServiceMode.LOCAL, "here"),
            Fleets.at(ServiceName.SCORING, ServiceMode.REMOTE, "here"));

    Placement placement = Placement.of(device, services, null).orElseThrow();

    assertThat(describe(placement.route(ServiceName.SCORING))).isEqualTo(authority);
  }
}
