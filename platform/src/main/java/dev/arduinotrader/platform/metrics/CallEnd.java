package dev.arduinotrader.platform.metrics;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param problem why it failed, or null when it succeeded
 * @param durationNanos from its start to its end
 * @param latencyNanos from its start to the first message of the answer, or to its end when there
 *     was none
 * @param peerDevice the device that answered as it says itself, null when none did or the call is
 *     not seen by its caller
 */
public record CallEnd(
    @Nullable Problem problem, long durationNanos, long latencyNanos, @Nullable String peerDevice) {
  /** The end of a call whose other side is not known. */
  public CallEnd(@Nullable Problem problem, long durationNanos, long latencyNanos) {
    this(problem, durationNanos, latencyNanos, null);
  }

  /**
   * Whether the failure is the service's. A caller that asks for something wrong, or goes away, got
   * the right answer; so did a watch that ended with its deadline.
   */
  public boolean isFailureOf(CallMethod method) {
    return problem != null && countsAsFailure(problem.kind(), method);
  }

  private static boolean countsAsFailure(FailureKind kind, CallMethod method) {
    return switch (kind) {
      case INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, FAILED_PRECONDITION, CANCELLED -> false;
      case DEADLINE_EXCEEDED -> !method.isWatch();
      case PERMISSION_DENIED, RESOURCE_EXHAUSTED, UNAVAILABLE, UNIMPLEMENTED, INTERNAL, UNKNOWN ->
          true;
    };
  }
}
