package dev.arduinotrader.optimization.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.optimization.OptimizationServiceGrpc;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import java.util.Optional;

/** An optimization service in another process. */
public final class GrpcOptimizationClient implements OptimizationService {
  private final RemoteCalls calls;

  public GrpcOptimizationClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<Allocation> optimizeAllocation(CallContext context, AllocationRequest request) {
    return calls.unary(
        OptimizationServiceGrpc.getOptimizeAllocationMethod(),
        context,
        OptimizationMessages.toProto(request),
        OptimizationMessages::allocation);
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        OptimizationServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        OptimizationServiceGrpc.getWatchEventsMethod(),
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
