package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusException;

/** Reads the call context from the metadata, once for every call of every service. */
public final class ContextInterceptor implements ServerInterceptor {
  private static final Context.Key<CallContext> KEY = Context.key("call-context");

  private final TraderClock clock;
  private final Ids ids;

  public ContextInterceptor(TraderClock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  static CallContext current() {
    return KEY.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CallContext context;
    try {
      context = CallHeaders.fromMetadata(headers, Context.current().getDeadline(), clock, ids);
    } catch (IllegalArgumentException e) {
      StatusException status =
          Problems.toStatus(Problem.invalid("metadata", String.valueOf(e.getMessage())));
      Metadata trailers = status.getTrailers();
      call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
      return new ServerCall.Listener<>() {};
    }
    Context scope = RepeatedAbove.read(Context.current().withValue(KEY, context), headers);
    return Contexts.interceptCall(scope, call, headers, next);
  }
}
