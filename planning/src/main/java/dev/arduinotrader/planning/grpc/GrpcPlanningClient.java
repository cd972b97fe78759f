package dev.arduinotrader.planning.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.planning.GetBestResultRequest;
import dev.arduinotrader.contracts.planning.GetPlanRequest;
import dev.arduinotrader.contracts.planning.ListPlansRequest;
import dev.arduinotrader.contracts.planning.PlanningServiceGrpc;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanList;
import dev.arduinotrader.planning.PlanProgress;
import dev.arduinotrader.planning.PlanRequest;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import java.util.Optional;

/** A planning service in another process. */
public final class GrpcPlanningClient implements PlanningService {
  private final RemoteCalls calls;

  public GrpcPlanningClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<Plan> createPlan(
      CallContext context, PlanRequest request, ProgressSink<PlanProgress> progress) {
    return calls.stream(
        PlanningServiceGrpc.getCreatePlanMethod(),
        context,
        PlanningMessages.toProto(request),
        PlanningMessages::progress,
        progress,
        PlanningMessages::plan);
  }

  @Override
  public Result<Plan> getPlan(CallContext context, String planHash) {
    return calls.unary(
        PlanningServiceGrpc.getGetPlanMethod(),
        context,
        GetPlanRequest.newBuilder().setPlanHash(planHash).build(),
        message -> PlanMessages.fromProto(message.getPlan()));
  }

  @Override
  public Result<Plan> getBestResult(CallContext context, String identityHash) {
    return calls.unary(
        PlanningServiceGrpc.getGetBestResultMethod(),
        context,
        GetBestResultRequest.newBuilder().setIdentityHash(identityHash).build(),
        message -> PlanMessages.fromProto(message.getPlan()));
  }

  @Override
  public Result<PlanList> listPlans(CallContext context, int limit) {
    return calls.unary(
        PlanningServiceGrpc.getListPlansMethod(),
        context,
        ListPlansRequest.newBuilder().setLimit(limit).build(),
        PlanningMessages::plans);
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        PlanningServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        PlanningServiceGrpc.getWatchEventsMethod(),
        context,
        WatchEventsRequest.newBuilder().setAfterSequence(afterSequence).build(),
        message ->
            message.hasEvent()
                ? Optional.of(CommonMessages.event(message.getEvent()))
                : Optional.empty(),
        events,
        message -> Done.DONE);
  }
}
