package dev.arduinotrader.optimization.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.optimization.OptimizationServiceGrpc;
import dev.arduinotrader.contracts.optimization.OptimizeAllocationRequest;
import dev.arduinotrader.contracts.optimization.OptimizeAllocationResponse;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import io.grpc.stub.StreamObserver;

/** Answers optimization's calls from other processes. */
public final class GrpcOptimizationServer
    extends OptimizationServiceGrpc.OptimizationServiceImplBase {
  private final OptimizationService service;

  public GrpcOptimizationServer(OptimizationService service) {
    this.service = service;
  }

  @Override
  public void optimizeAllocation(
      OptimizeAllocationRequest request, StreamObserver<OptimizeAllocationResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        OptimizationMessages::request,
        service::optimizeAllocation,
        OptimizationMessages::toProto);
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
