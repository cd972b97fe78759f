package dev.arduinotrader.platform.metrics;

import dev.arduinotrader.platform.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * One call, as it is known when it starts.
 *
 * @param side from where it is seen
 * @param method what is called
 * @param requestId the request that caused it
 * @param attempt 1 for the first try, 2 for the first retry
 * @param trace its place among the calls of its request, null when none was made
 * @param peerDevice the device of the caller as it says itself, null when it says none or the call
 *     is not seen by the service
 */
public record CallInfo(
    CallSide side,
    CallMethod method,
    String requestId,
    int attempt,
    @Nullable TraceContext trace,
    @Nullable String peerDevice) {
  /** A call outside any trace. */
  public CallInfo(CallSide side, CallMethod method, String requestId, int attempt) {
    this(side, method, requestId, attempt, null, null);
  }
}
