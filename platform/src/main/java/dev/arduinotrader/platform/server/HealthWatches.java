package dev.arduinotrader.platform.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends the streams of grpc.health.v1, which stay open as long as anyone cares, at the drain. */
final class HealthWatches implements ServerInterceptor {
  private final Set<ServerCall<?, ?>> calls = ConcurrentHashMap.newKeySet();

  /** To be called once the health service has said its last word: a call has one writer. */
  void end() {
    for (ServerCall<?, ?> call : List.copyOf(calls)) {
      if (calls.remove(call)) {
        call.close(Status.UNAVAILABLE.withDescription("the process stops"), new Metadata());
      }
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (call.getMethodDescriptor().getType().serverSendsOneMessage()) {
      return next.startCall(call, headers);
    }
    calls.add(call);
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onCancel() {
        calls.remove(call);
        super.onCancel();
      }

      @Override
      public void onComplete() {
        calls.remove(call);
        super.onComplete();
      }
    };
  }
}
