package dev.arduinotrader.platform.guard;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.metrics.CallMethod;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many calls a service works on at the same time. One limit holds for its local and its remote
 * callers together. Health checks are never refused; watches mostly wait, so they have a limit of
 * their own.
 */
public final class ConcurrencyLimit {
  private static final int WATCHES_MAX = 64;
  private static final Permit UNLIMITED = () -> {};

  private final int callsMax;
  private final Semaphore calls;
  private final Semaphore watches = new Semaphore(WATCHES_MAX);

  /** The right to work on one call. */
  @FunctionalInterface
  public interface Permit extends AutoCloseable {
    /** Gives the right back; without effect the second time. */
    @Override
    void close();
  }

  /**
   * @param callsMax 1 or more
   */
  public ConcurrencyLimit(int callsMax) {
    if (callsMax < 1) {
      throw new IllegalArgumentException(
          "expected a limit of at least 1 call at the same time, found " + callsMax);
    }
    this.callsMax = callsMax;
    this.calls = new Semaphore(callsMax);
  }

  /** The right to work on a call of this method now; empty when the service has its hands full. */
  public Optional<Permit> tryAcquire(CallMethod method) {
    if (method.isHealthCheck()) {
      return Optional.of(UNLIMITED);
    }
    Semaphore semaphore = method.isWatch() ? watches : calls;
    if (!semaphore.tryAcquire()) {
      return Optional.empty();
    }
    AtomicBoolean held = new AtomicBoolean(true);
    return Optional.of(
        () -> {
          if (held.compareAndSet(true, false)) {
            semaphore.release();
          }
        });
  }

  /** What a caller is told when there was no permit. */
  public Problem refusal(CallMethod method) {
    int max = method.isWatch() ? WATCHES_MAX : callsMax;
    return CommonReason.OVERLOADED.problem(
        method.service()
            + " already works on "
            + max
            + " calls, its maximum; "
            + method.name()
            + " was not started\nMaybe try again in a moment, or raise max_workers of "
            + method.service()
            + ".");
  }
}
