package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.contracts.gateway.GatewayServiceGrpc;
import dev.arduinotrader.contracts.optimization.OptimizationServiceGrpc;
import dev.arduinotrader.contracts.planning.PlanningServiceGrpc;
import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.contracts.scoring.ScoringServiceGrpc;
import dev.arduinotrader.contracts.trading.TradingServiceGrpc;
import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.tls.CallRole;
import dev.arduinotrader.platform.tls.MethodRoles;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/roles.md names the role that each rpc needs, and the sharp edges are where they belong. */
class RolesTest {
  private static final List<ServiceDescriptor> SERVICES =
      List.of(
          PlanningServiceGrpc.getServiceDescriptor(),
          ScoringServiceGrpc.getServiceDescriptor(),
          OptimizationServiceGrpc.getServiceDescriptor(),
          PortfolioServiceGrpc.getServiceDescriptor(),
          TradingServiceGrpc.getServiceDescriptor(),
          UniverseServiceGrpc.getServiceDescriptor(),
          GatewayServiceGrpc.getServiceDescriptor());

  private static Map<String, CallRole> roles() {
    return SERVICES.stream()
        .flatMap(service -> service.getMethods().stream())
        .collect(Collectors.toMap(RolesTest::name, MethodRoles::needed));
  }

  private static String name(MethodDescriptor<?, ?> method) {
    CallMethod called = CallMethod.ofGrpc(method.getFullMethodName());
    return called.service() + "." + called.name();
  }

  @Test
  void documentsTheRoleOfEveryRpc() {
    StringBuilder table =
        new StringBuilder(
            "| Service | Viewer | Service, also | Owner, also |\n|---|---|---|---|\n");
    for (ServiceDescriptor service : SERVICES) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  CallMethod.ofGrpc(service.getName() + "/x").service(),
                  methods(service, CallRole.VIEWER),
                  methods(service, CallRole.SERVICE),
                  methods(service, CallRole.OWNER)));
    }
    GeneratedTablesTest.compareOrWrite("docs/roles.md", table.toString());
  }

  private static String methods(ServiceDescriptor service, CallRole role) {
    return service.getMethods().stream()
        .filter(method -> MethodRoles.needed(method) == role)
        .map(method -> String.valueOf(method.getBareMethodName()))
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(", "));
  }

  @Test
  void keepsMoneyAndRulesToTheOwner() {
    assertThat(roles())
        .containsEntry("trading.ExecuteTrade", CallRole.OWNER)
        .containsEntry("trading.SetMode", CallRole.OWNER)
        .containsEntry("trading.Resume", CallRole.OWNER)
        .containsEntry("trading.PaperCashFlow", CallRole.OWNER)
        .containsEntry("portfolio.UpdatePolicy", CallRole.OWNER)
        .containsEntry("gateway.TriggerTradingCycle", CallRole.OWNER);
  }

  @Test
  void letsEveryServiceHaltAndEveryViewerLook() {
    assertThat(roles())
        .containsEntry("trading.Halt", CallRole.SERVICE)
        .containsEntry("portfolio.BookExecutions", CallRole.SERVICE)
        .containsEntry("portfolio.GetPositions", CallRole.VIEWER)
        .containsEntry("planning.HealthCheck", CallRole.VIEWER);
  }
}
