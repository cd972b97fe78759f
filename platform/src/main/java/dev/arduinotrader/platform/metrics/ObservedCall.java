package dev.arduinotrader.platform.metrics;

import dev.arduinotrader.kernel.result.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One running call: measures it and tells the observers, once, how it ended. */
public final class ObservedCall {
  private static final long NO_MESSAGE_YET = -1;

  private final CallInfo call;
  private final List<CallObserver> observers;
  private final long startNanos = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile long firstMessageNanos = NO_MESSAGE_YET;

  private ObservedCall(CallInfo call, List<CallObserver> observers) {
    this.call = call;
    this.observers = observers;
  }

  /** Tells the observers that the call begins. */
  public static ObservedCall start(CallInfo call, List<CallObserver> observers) {
    ObservedCall observed = new ObservedCall(call, observers);
    for (CallObserver observer : observers) {
      observer.started(call);
    }
    return observed;
  }

  /** A message of the answer has come; only the first one counts. */
  public void message() {
    if (firstMessageNanos == NO_MESSAGE_YET) {
      firstMessageNanos = System.nanoTime() - startNanos;
    }
  }

  /**
   * The call is over; without effect when it had ended before.
   *
   * @param problem why it failed, or null when it succeeded
   */
  public void end(@Nullable Problem problem) {
    end(problem, null);
  }

  /**
   * The same, with who answered.
   *
   * @param peerDevice as it says itself, null when nobody did
   */
  public void end(@Nullable Problem problem, @Nullable String peerDevice) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    long duration = System.nanoTime() - startNanos;
    long first = firstMessageNanos;
    CallEnd end =
        new CallEnd(problem, duration, first == NO_MESSAGE_YET ? duration : first, peerDevice);
    for (CallObserver observer : observers) {
      observer.ended(call, end);
    }
  }
}
