package dev.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.contracts.planning.CreatePlanRequest;
import dev.arduinotrader.contracts.planning.CreatePlanResponse;
import dev.arduinotrader.contracts.planning.PlanningServiceGrpc;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import dev.arduinotrader.testkit.MovedClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcPlanningTest extends PlanningContract {
  private final LoopbackServer server =
      new LoopbackServer(
          PlanningModule.server(services.planning), new MovedClock(World.NOW), new CountedIds());
  private final PlanningService client = PlanningModule.client(server.calls());

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  PlanningService service() {
    return client;
  }

  @Test
  void refusesARequestWithoutASnapshot() {
    assertThat(refusal(CreatePlanRequest.getDefaultInstance()).message())
        .isEqualTo("snapshot: expected the snapshot to plan from, found none");
  }

  @Test
  void refusesASnapshotThatCannotBeRead() {
    CreatePlanRequest request =
        CreatePlanRequest.newBuilder()
            .setSnapshot(
                dev.arduinotrader.contracts.portfolio.Snapshot.newBuilder().setSnapshotId("x"))
            .build();

    assertThat(refusal(request).faults().getFirst().place()).isEqualTo("snapshot");
  }

  private Problem refusal(CreatePlanRequest request) {
    return server.calls().stream(
            PlanningServiceGrpc.getCreatePlanMethod(),
            context,
            request,
            (CreatePlanResponse message) ->
                message.hasProgress() ? Optional.of(message) : Optional.empty(),
            ProgressSink.ignoring(),
            (CreatePlanResponse message) -> message)
        .problemOrThrow();
  }
}
