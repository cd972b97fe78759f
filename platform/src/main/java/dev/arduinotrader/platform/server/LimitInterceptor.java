package dev.arduinotrader.platform.server;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.metrics.CallMethod;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Optional;

/** Refuses calls beyond the service's concurrency limit, before their request is read. */
final class LimitInterceptor implements ServerInterceptor {
  private final ConcurrencyLimit limit;

  LimitInterceptor(ConcurrencyLimit limit) {
    this.limit = limit;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CallMethod method = CallMethod.ofGrpc(call.getMethodDescriptor().getFullMethodName());
    Optional<ConcurrencyLimit.Permit> acquired = limit.tryAcquire(method);
    if (acquired.isEmpty()) {
      return Refusals.refuse(call, limit.refusal(method));
    }
    ConcurrencyLimit.Permit permit = acquired.get();
    try {
      return new Releasing<>(next.startCall(call, headers), permit);
    } catch (RuntimeException e) {
      permit.close();
      throw e;
    }
  }

  /**
   * Gives the permit back when the handler, which works inside {@code onHalfClose}, has returned:
   * not when its caller leaves earlier, and not only when a slow reader has read the answer.
   */
  private static final class Releasing<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ConcurrencyLimit.Permit permit;

    Releasing(ServerCall.Listener<Q> listener, ConcurrencyLimit.Permit permit) {
      super(listener);
      this.permit = permit;
    }

    @Override
    public void onHalfClose() {
      try (permit) {
        super.onHalfClose();
      }
    }

    @Override
    public void onCancel() {
      try (permit) {
        super.onCancel();
      }
    }

    @Override
    public void onComplete() {
      try (permit) {
        super.onComplete();
      }
    }
  }
}
