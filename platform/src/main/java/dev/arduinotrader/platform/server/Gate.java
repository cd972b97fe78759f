package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.metrics.CallMethod;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets calls through from publishing on, and ends those that would never end by themselves, the
 * watches of event logs, when the process stops.
 */
final class Gate implements ServerInterceptor {
  private static final Problem STARTING =
      CommonReason.UNAVAILABLE.problem("the process is still starting\nMaybe try again soon.");

  private final Set<Context.CancellableContext> watches = ConcurrentHashMap.newKeySet();
  private volatile boolean open;

  void open() {
    open = true;
  }

  void endWatches() {
    watches.forEach(watch -> watch.cancel(null));
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!open) {
      return Refusals.refuse(call, STARTING);
    }
    return CallMethod.ofGrpc(call.getMethodDescriptor().getFullMethodName()).isWatch()
        ? watch(call, headers, next)
        : next.startCall(call, headers);
  }

  private <Q, A> ServerCall.Listener<Q> watch(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Context.CancellableContext watch = Context.current().withCancellation();
    watches.add(watch);
    return new SimpleForwardingServerCallListener<>(
        Contexts.interceptCall(watch, call, headers, next)) {
      @Override
      public void onCancel() {
        super.onCancel();
        forget(watch);
      }

      @Override
      public void onComplete() {
        super.onComplete();
        forget(watch);
      }
    };
  }

  private void forget(Context.CancellableContext watch) {
    watches.remove(watch);
    watch.cancel(null);
  }
}
