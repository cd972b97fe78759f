package dev.arduinotrader.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.contracts.optimization.OptimizationServiceGrpc;
import dev.arduinotrader.contracts.optimization.OptimizeAllocationRequest;
import dev.arduinotrader.contracts.optimization.OptimizeAllocationResponse;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcOptimizationTest extends OptimizationContract {
  private final LoopbackServer server =
      new LoopbackServer(OptimizationModule.server(local()), CLOCK, new CountedIds());
  private final OptimizationService client = OptimizationModule.client(server.calls());

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OptimizationService service() {
    return client;
  }

  private Result<OptimizeAllocationResponse> send(OptimizeAllocationRequest request) {
    return server
        .calls()
        .unary(
            OptimizationServiceGrpc.getOptimizeAllocationMethod(),
            Contexts.at("2023-05-26T22:00:00Z"),
            request,
            (OptimizeAllocationResponse answer) -> answer);
  }

  private static dev.arduinotrader.contracts.optimization.AssetBounds asset(
      String isin, double minimum, double maximum) {
    return dev.arduinotrader.contracts.optimization.AssetBounds.newBuilder()
        .setIsin(isin)
        .setMinimumWeight(minimum)
        .setMaximumWeight(maximum)
        .build();
  }

  @Test
  void namesEveryBadFieldOfARequest() {
    OptimizeAllocationRequest request =
        OptimizeAllocationRequest.newBuilder()
            .addAssets(asset("US0378331006", 0, 1))
            .addAssets(asset("US0378331005", 0.5, 0.4))
            .setBaseCurrency("euro")
            .setInvestedWeight(0.9)
            .setParameters(
                dev.arduinotrader.contracts.optimization.OptimizationParameters.newBuilder()
                    .setHistoryBars(504))
            .build();
    assertThat(send(request).problemOrThrow().faults())
        .extracting(fault -> fault.place())
        .containsExactly("assets[0].isin", "assets[1]", "base_currency", "parameters.estimator");
  }

  @Test
  void takesTheDefaultParametersWhenNoneCome() {
    OptimizeAllocationRequest request =
        OptimizeAllocationRequest.newBuilder()
            .addAssets(asset("US0378331005", 0, 1))
            .setBaseCurrency("EUR")
            .setInvestedWeight(0.9)
            .build();
    assertThat(send(request).orElseThrow().getAllocation().getObservations()).isEqualTo(503);
  }
}
