package dev.arduinotrader.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void hasARoleOfItsOwnForEveryService() {
    for (ServiceName service : ServiceName.values()) {
      assertThat(Role.fromKey(service.key()).orElseThrow().services()).containsExactly(service);
    }
  }

  @Test
  void dividesTheServicesIntoComputeStateAndGateway() {
    assertThat(Role.ALL.services()).containsExactly(ServiceName.values());
    assertThat(Role.COMPUTE.services())
        .containsExactlyElementsOf(
            Arrays.stream(ServiceName.values()).filter(ServiceName::isCompute).toList());
    assertThat(Role.STATE.services())
        .containsExactly(ServiceName.PORTFOLIO, ServiceName.TRADING, ServiceName.UNIVERSE);
    assertThat(ServiceName.GATEWAY.isState()).isTrue();
  }

  @Test
  void numbersTheServicesInTheOrderOfTheirPorts() {
    for (ServiceName service : ServiceName.values()) {
      assertThat(service.displayName()).isEqualToIgnoringCase(service.key());
      assertThat(ServiceName.fromKey(service.key())).contains(service);
    }
    assertThat(ServiceName.values())
        .extracting(ServiceName::defaultPort)
        .containsExactly(50051, 50052, 50053, 50054, 50055, 50056, 50057);
    assertThat(ServiceName.fromKey("analytics")).isEmpty();
  }
}
