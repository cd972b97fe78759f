package dev.arduinotrader.platform.trace;

import io.grpc.Context;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The trace of the present thread; it travels with gRPC's context, as cancellation does. */
public final class Tracing {
  private static final Context.Key<TraceContext> KEY = Context.key("trace");
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final AtomicLong LAST = new AtomicLong(new SecureRandom().nextLong());

  private Tracing() {}

  /** The call that is being answered here, null when none is. */
  public static @Nullable TraceContext current() {
    return KEY.get();
  }

  /** A new call: caused by the one that is being answered here, or the first of its request. */
  public static TraceContext next(String requestId) {
    TraceContext cause = KEY.get();
    return cause == null ? TraceContext.root(requestId, nextSpan()) : cause.child(nextSpan());
  }

  /**
   * The call that a caller announced as it arrives here.
   *
   * @param tracestate the notes that came with it, empty for none; those of a malformed trace are
   *     dropped with it
   */
  public static TraceContext arriving(
      @Nullable String traceparent, String tracestate, String requestId) {
    return TraceContext.parse(traceparent)
        .map(announced -> announced.withState(tracestate).child(nextSpan()))
        .orElseGet(() -> TraceContext.root(requestId, nextSpan()));
  }

  /** The scope in which calls are caused by this one. */
  public static Context within(Context scope, TraceContext trace) {
    return scope.withValue(KEY, trace);
  }

  /** SplitMix64: never the same twice in a process, and begun anywhere. */
  private static long nextSpan() {
    long number = LAST.addAndGet(STEP);
    number = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    number = (number ^ (number >>> 27)) * 0x94d049bb133111ebL;
    number ^= number >>> 31;
    return number == 0 ? 1 : number;
  }
}
