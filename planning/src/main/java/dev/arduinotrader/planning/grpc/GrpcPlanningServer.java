package dev.arduinotrader.planning.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.planning.CreatePlanRequest;
import dev.arduinotrader.contracts.planning.CreatePlanResponse;
import dev.arduinotrader.contracts.planning.GetBestResultRequest;
import dev.arduinotrader.contracts.planning.GetBestResultResponse;
import dev.arduinotrader.contracts.planning.GetPlanRequest;
import dev.arduinotrader.contracts.planning.GetPlanResponse;
import dev.arduinotrader.contracts.planning.ListPlansRequest;
import dev.arduinotrader.contracts.planning.ListPlansResponse;
import dev.arduinotrader.contracts.planning.PlanningServiceGrpc;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import io.grpc.stub.StreamObserver;

/** Answers planning's calls from other processes. */
public final class GrpcPlanningServer extends PlanningServiceGrpc.PlanningServiceImplBase {
  private final PlanningService service;

  public GrpcPlanningServer(PlanningService service) {
    this.service = service;
  }

  @Override
  public void createPlan(CreatePlanRequest request, StreamObserver<CreatePlanResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        PlanningMessages::request,
        service::createPlan,
        PlanningMessages::toResponse,
        PlanningMessages::toResponse);
  }

  @Override
  public void getPlan(GetPlanRequest request, StreamObserver<GetPlanResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        GetPlanRequest::getPlanHash,
        service::getPlan,
        PlanningMessages::toGetPlanResponse);
  }

  @Override
  public void getBestResult(
      GetBestResultRequest request, StreamObserver<GetBestResultResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        GetBestResultRequest::getIdentityHash,
        service::getBestResult,
        PlanningMessages::toGetBestResultResponse);
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        ListPlansRequest::getLimit,
        service::listPlans,
        PlanningMessages::toProto);
  }

  @Override
  public void healthCheck(
      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.healthCheck(context),
        CommonMessages::toProto);
  }

  @Override
  public void watchEvents(
      WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        WatchEventsRequest::getAfterSequence,
        service::watchEvents,
        CommonMessages::toProto,
        done -> WatchEventsResponse.getDefaultInstance());
  }
}
