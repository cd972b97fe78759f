package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.grpc.CallHeaders;
import dev.arduinotrader.platform.grpc.Problems;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.ObservedCall;
import dev.arduinotrader.platform.trace.TraceContext;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the observers of every call that leaves this process, of all four kinds. */
final class ObservingClientInterceptor implements ClientInterceptor {
  private final @Nullable String device;
  private final List<CallObserver> observers;

  /**
   * @param device where this process runs, told to whoever is called; null to tell nothing
   */
  ObservingClientInterceptor(@Nullable String device, List<CallObserver> observers) {
    this.device = device;
    this.observers = observers;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    CallMethod called = CallMethod.ofGrpc(method.getFullMethodName());
    boolean isStream = !method.getType().serverSendsOneMessage();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        String requestId = headers.get(CallHeaders.REQUEST_ID);
        ObservedCall observed =
            ObservedCall.start(
                new CallInfo(
                    CallSide.CLIENT,
                    called,
                    requestId == null ? "none" : requestId,
                    CallHeaders.attempt(headers),
                    TraceContext.parse(headers.get(CallHeaders.TRACEPARENT)).orElse(null),
                    null),
                observers);
        if (device != null) {
          headers.put(CallHeaders.CLIENT_DEVICE, device);
        }
        super.start(observing(listener, observed, isStream), headers);
      }
    };
  }

  private static <A> ClientCall.Listener<A> observing(
      ClientCall.Listener<A> listener, ObservedCall observed, boolean isStream) {
    return new SimpleForwardingClientCallListener<>(listener) {
      @Override
      public void onMessage(A message) {
        if (isStream) {
          observed.message();
        }
        super.onMessage(message);
      }

      @Override
      public void onClose(Status status, Metadata trailers) {
        observed.end(
            status.isOk() ? null : Problems.fromStatus(status, trailers),
            CallHeaders.device(trailers, CallHeaders.SERVER_DEVICE));
        super.onClose(status, trailers);
      }
    };
  }
}
