package dev.arduinotrader.planning.grpc;

import static java.util.Objects.requireNonNull;

import dev.arduinotrader.contracts.planning.CreatePlanRequest;
import dev.arduinotrader.contracts.planning.CreatePlanResponse;
import dev.arduinotrader.contracts.planning.GetBestResultResponse;
import dev.arduinotrader.contracts.planning.GetPlanResponse;
import dev.arduinotrader.contracts.planning.ListPlansResponse;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanList;
import dev.arduinotrader.planning.PlanProgress;
import dev.arduinotrader.planning.PlanRequest;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.grpc.SnapshotMessages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests and answers of planning and the domain's records, both ways. */
final class PlanningMessages {
  private PlanningMessages() {}

  static CreatePlanRequest toProto(PlanRequest request) {
    return CreatePlanRequest.newBuilder()
        .setSnapshot(SnapshotMessages.toProto(request.snapshot()))
        .build();
  }

  static PlanRequest request(CreatePlanRequest message) {
    FieldReader fields = new FieldReader();
    if (!message.hasSnapshot()) {
      fields.fault("snapshot", "expected the snapshot to plan from, found none");
    }
    @Nullable Snapshot snapshot =
        message.hasSnapshot()
            ? fields.read("snapshot", () -> SnapshotMessages.fromProto(message.getSnapshot()))
            : null;
    return fields.build(() -> new PlanRequest(requireNonNull(snapshot)));
  }

  static CreatePlanResponse toResponse(PlanProgress progress) {
    return CreatePlanResponse.newBuilder()
        .setProgress(
            dev.arduinotrader.contracts.planning.PlanProgress.newBuilder()
                .setPercent(progress.percent())
                .setStep(progress.step()))
        .build();
  }

  static CreatePlanResponse toResponse(Plan plan) {
    return CreatePlanResponse.newBuilder().setPlan(PlanMessages.toProto(plan)).build();
  }

  /** The progress in a message; empty when it is the plan. */
  static Optional<PlanProgress> progress(CreatePlanResponse message) {
    return message.hasProgress()
        ? Optional.of(
            new PlanProgress(message.getProgress().getPercent(), message.getProgress().getStep()))
        : Optional.empty();
  }

  static Plan plan(CreatePlanResponse message) {
    return PlanMessages.fromProto(message.getPlan());
  }

  static GetPlanResponse toGetPlanResponse(Plan plan) {
    return GetPlanResponse.newBuilder().setPlan(PlanMessages.toProto(plan)).build();
  }

  static GetBestResultResponse toGetBestResultResponse(Plan plan) {
    return GetBestResultResponse.newBuilder().setPlan(PlanMessages.toProto(plan)).build();
  }

  static ListPlansResponse toProto(PlanList list) {
    return ListPlansResponse.newBuilder()
        .addAllPlans(list.plans().stream().map(PlanMessages::toProto).toList())
        .build();
  }

  static PlanList plans(ListPlansResponse message) {
    return new PlanList(message.getPlansList().stream().map(PlanMessages::fromProto).toList());
  }
}
