package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.grpc.CallHeaders;
import dev.arduinotrader.platform.grpc.Problems;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.ObservedCall;
import dev.arduinotrader.platform.trace.TraceContext;
import dev.arduinotrader.platform.trace.Tracing;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the observers of every call that arrives, of all four kinds, refused ones included. */
final class ObservingServerInterceptor implements ServerInterceptor {
  private static final Problem CANCELLED =
      CommonReason.CANCELLED.problem("the caller left before the answer");
  private static final Problem LATE =
      CommonReason.DEADLINE_EXCEEDED.problem("the answer came after the caller's deadline");

  private final Ids ids;
  private final @Nullable String device;
  private final List<CallObserver> observers;

  /**
   * @param device where this process runs, told with every answer; null to tell nothing
   */
  ObservingServerInterceptor(Ids ids, @Nullable String device, List<CallObserver> observers) {
    this.ids = ids;
    this.device = device;
    this.observers = observers;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CallMethod method = CallMethod.ofGrpc(call.getMethodDescriptor().getFullMethodName());
    String requestId = requestId(headers);
    TraceContext trace =
        Tracing.arriving(
            headers.get(CallHeaders.TRACEPARENT), CallHeaders.traceState(headers), requestId);
    ObservedCall observed =
        ObservedCall.start(
            new CallInfo(
                CallSide.SERVER,
                method,
                requestId,
                CallHeaders.attempt(headers),
                trace,
                CallHeaders.device(headers, CallHeaders.CLIENT_DEVICE)),
            observers);
    Deadline deadline = Context.current().getDeadline();
    boolean isStream = !call.getMethodDescriptor().getType().serverSendsOneMessage();
    ServerCall<Q, A> observedCall =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void sendMessage(A message) {
            if (isStream) {
              observed.message();
            }
            super.sendMessage(message);
          }

          @Override
          public void close(Status status, Metadata trailers) {
            observed.end(problem(status, trailers, isCancelled(), deadline));
            if (device != null) {
              trailers.put(CallHeaders.SERVER_DEVICE, device);
            }
            super.close(status, trailers);
          }
        };
    return new SimpleForwardingServerCallListener<>(
        Contexts.interceptCall(
            Tracing.within(Context.current(), trace), observedCall, headers, next)) {
      @Override
      public void onCancel() {
        observed.end(departure(deadline));
        super.onCancel();
      }
    };
  }

  /** The caller's request id; one is made where there is none, so that all lines share it. */
  private String requestId(Metadata headers) {
    String given = headers.get(CallHeaders.REQUEST_ID);
    if (given == null) {
      String made = ids.nextRequestId().value();
      headers.put(CallHeaders.REQUEST_ID, made);
      return made;
    }
    try {
      return RequestId.of(given).value();
    } catch (IllegalArgumentException e) {
      return "unreadable";
    }
  }

  private static @Nullable Problem problem(
      Status status, Metadata trailers, boolean isCancelled, @Nullable Deadline deadline) {
    if (isCancelled) {
      return departure(deadline);
    }
    return status.isOk() ? null : Problems.fromStatus(status, trailers);
  }

  private static Problem departure(@Nullable Deadline deadline) {
    return deadline != null && deadline.isExpired() ? LATE : CANCELLED;
  }
}
