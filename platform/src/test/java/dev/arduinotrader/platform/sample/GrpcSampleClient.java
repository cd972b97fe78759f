package dev.arduinotrader.platform.sample;

import dev.arduinotrader.contracts.common.HealthFinding;
import dev.arduinotrader.contracts.common.Progress;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import java.util.Optional;

/** The sample in another process. */
public final class GrpcSampleClient implements SampleService {
  private final RemoteCalls calls;

  public GrpcSampleClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        SampleMethods.HEALTH_CHECK,
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<String> ask(CallContext context, String question) {
    return calls.unary(
        SampleMethods.ASK,
        context,
        HealthFinding.newBuilder().setName(question).build(),
        HealthFinding::getName);
  }

  @Override
  public Result<Integer> count(CallContext context, int upTo, ProgressSink<Integer> numbers) {
    return calls.stream(
        SampleMethods.COUNT,
        context,
        Progress.newBuilder().setTotal(upTo).build(),
        message ->
            message.getStep().isEmpty()
                ? Optional.of(Math.toIntExact(message.getDone()))
                : Optional.empty(),
        numbers,
        message -> Math.toIntExact(message.getDone()));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        SampleMethods.WATCH_EVENTS,
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
