package dev.arduinotrader.platform.sample;

import com.google.protobuf.Message;
import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.HealthFinding;
import dev.arduinotrader.contracts.common.Progress;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;

/** What a generated class would hold; the sample has no proto file of its own. */
public final class SampleMethods {
  public static final String SERVICE = "arduino_trader.sample.SampleService";

  static final MethodDescriptor<HealthFinding, HealthFinding> ASK =
      method(
          "Ask",
          MethodType.UNARY,
          HealthFinding.getDefaultInstance(),
          HealthFinding.getDefaultInstance());
  static final MethodDescriptor<Progress, Progress> COUNT =
      method(
          "Count",
          MethodType.SERVER_STREAMING,
          Progress.getDefaultInstance(),
          Progress.getDefaultInstance());
  static final MethodDescriptor<HealthCheckRequest, HealthCheckResponse> HEALTH_CHECK =
      method(
              "HealthCheck",
              MethodType.UNARY,
              HealthCheckRequest.getDefaultInstance(),
              HealthCheckResponse.getDefaultInstance())
          .toBuilder()
          .setSafe(true)
          .build();
  static final MethodDescriptor<WatchEventsRequest, WatchEventsResponse> WATCH_EVENTS =
      method(
          "WatchEvents",
          MethodType.SERVER_STREAMING,
          WatchEventsRequest.getDefaultInstance(),
          WatchEventsResponse.getDefaultInstance());

  private SampleMethods() {}

  private static <Q extends Message, A extends Message> MethodDescriptor<Q, A> method(
      String name, MethodType type, Q request, A answer) {
    return MethodDescriptor.<Q, A>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .setRequestMarshaller(ProtoUtils.marshaller(request))
        .setResponseMarshaller(ProtoUtils.marshaller(answer))
        .build();
  }
}
