package dev.arduinotrader.platform.sample;

import dev.arduinotrader.contracts.common.HealthFinding;
import dev.arduinotrader.contracts.common.Progress;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.platform.grpc.CommonMessages;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;

/** The sample behind gRPC, written as the servers of real services are. */
public final class GrpcSampleServer implements BindableService {
  private static final String END = "end";

  private final SampleService service;

  public GrpcSampleServer(SampleService service) {
    this.service = service;
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder(SampleMethods.SERVICE)
        .addMethod(
            SampleMethods.ASK,
            ServerCalls.asyncUnaryCall(
                (message, observer) ->
                    dev.arduinotrader.platform.grpc.ServerCalls.unary(
                        observer,
                        message,
                        HealthFinding::getName,
                        service::ask,
                        answer -> HealthFinding.newBuilder().setName(answer).build())))
        .addMethod(
            SampleMethods.COUNT,
            ServerCalls.asyncServerStreamingCall(
                (message, observer) ->
                    dev.arduinotrader.platform.grpc.ServerCalls.stream(
                        observer,
                        message,
                        request -> Math.toIntExact(request.getTotal()),
                        service::count,
                        number -> Progress.newBuilder().setDone(number).build(),
                        last -> Progress.newBuilder().setDone(last).setStep(END).build())))
        .addMethod(
            SampleMethods.HEALTH_CHECK,
            ServerCalls.asyncUnaryCall(
                (message, observer) ->
                    dev.arduinotrader.platform.grpc.ServerCalls.unary(
                        observer,
                        message,
                        request -> request,
                        (context, request) -> service.healthCheck(context),
                        CommonMessages::toProto)))
        .addMethod(
            SampleMethods.WATCH_EVENTS,
            ServerCalls.asyncServerStreamingCall(
                (message, observer) ->
                    dev.arduinotrader.platform.grpc.ServerCalls.stream(
                        observer,
                        message,
                        request -> request.getAfterSequence(),
                        service::watchEvents,
                        CommonMessages::toProto,
                        done -> WatchEventsResponse.getDefaultInstance())))
        .build();
  }
}
