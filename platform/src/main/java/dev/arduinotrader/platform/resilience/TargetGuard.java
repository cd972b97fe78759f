package dev.arduinotrader.platform.resilience;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.resilience.model.BreakerEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every call to one target: bulkhead, then breaker, then the attempts. What counts
 * for the breaker is the end of the whole call, after its retries. Health checks and watches pass
 * unseen, and so does the wish to halt, which is always tried.
 */
public final class TargetGuard {
  /** Everything goes through, once; for callers that have no configured target. */
  public static final TargetGuard NONE = new TargetGuard("any", () -> CallRules.UNGUARDED);

  private static final String HALT = "Halt";

  /** Codes with which the other side says that it fails itself, as opposed to what it refuses. */
  private static final Set<String> FAILURE_CODES =
      Set.of(
          CommonReason.UNAVAILABLE.name(),
          CommonReason.DEADLINE_EXCEEDED.name(),
          CommonReason.INTERNAL.name(),
          CommonReason.UNKNOWN.name(),
          CommonReason.OVERLOADED.name());

  private final String service;
  private final Supplier<CallRules> rules;
  private final DoubleSupplier chance;
  private final Waiting waiting;
  private final CircuitBreaker breaker;
  private final AtomicInteger running = new AtomicInteger();
  private final RetryThrottle throttle = new RetryThrottle();

  /** Lets time pass between two attempts. */
  @FunctionalInterface
  public interface Waiting {
    /** Waits this long, unless the caller leaves before: then false, at once. */
    boolean pause(Duration duration);
  }

  /**
   * A guard with the machine's own clock.
   *
   * @param service the target's key
   * @param rules those of the moment
   */
  public TargetGuard(String service, Supplier<CallRules> rules) {
    this(
        service,
        rules,
        System::nanoTime,
        () -> ThreadLocalRandom.current().nextDouble(),
        new ContextWaiting());
  }

  /** The same with a clock in nanoseconds, chances from 0 to 1, and pauses of the caller's own. */
  public TargetGuard(
      String service,
      Supplier<CallRules> rules,
      LongSupplier nanoClock,
      DoubleSupplier chance,
      Waiting waiting) {
    this.service = service;
    this.rules = rules;
    this.chance = chance;
    this.waiting = waiting;
    this.breaker = new CircuitBreaker(service, () -> rules.get().breaker(), nanoClock);
  }

  /** Whether a call that may be repeated would be, by the rules of the moment. */
  public boolean repeats() {
    return rules.get().retry().retriesMax() > 0;
  }

  /**
   * Makes the call, or refuses it.
   *
   * @param repeatable asked after a failed attempt: whether doing it again does no harm
   * @param deadline of the whole call
   * @param attempt makes one attempt, given its number from 1
   */
  public <R> Result<R> call(
      CallMethod method,
      BooleanSupplier repeatable,
      Deadline deadline,
      IntFunction<Result<R>> attempt) {
    if (method.isHealthCheck() || method.isWatch() || method.name().equals(HALT)) {
      return attempt.apply(1);
    }
    int callsMax = rules.get().concurrentCallsMax();
    if (running.incrementAndGet() > callsMax) {
      running.decrementAndGet();
      return Result.failure(busy(method, callsMax));
    }
    try {
      OptionalInt period = breaker.enter();
      return period.isEmpty()
          ? Result.failure(breaker.refusal(method.name()))
          : counted(period.getAsInt(), repeatable, deadline, attempt);
    } finally {
      running.decrementAndGet();
    }
  }

  private <R> Result<R> counted(
      int period, BooleanSupplier repeatable, Deadline deadline, IntFunction<Result<R>> attempt) {
    BreakerEvent end = new BreakerEvent.Abandoned(period);
    try {
      Result<R> result = attempts(repeatable, deadline, attempt);
      end = event(result, period);
      return result;
    } finally {
      breaker.tell(end);
    }
  }

  private <R> Result<R> attempts(
      BooleanSupplier repeatable, Deadline deadline, IntFunction<Result<R>> attempt) {
    for (int number = 1; ; number++) {
      Result<R> result = attempt.apply(number);
      note(result);
      Optional<Duration> pause = pauseAfter(result, number, repeatable, deadline);
      if (pause.isEmpty() || !waiting.pause(pause.get()) || breaker.isOpen()) {
        return result;
      }
    }
  }

  private Optional<Duration> pauseAfter(
      Result<?> result, int number, BooleanSupplier repeatable, Deadline deadline) {
    return isFailureOfTarget(result)
            && kind(result) == FailureKind.UNAVAILABLE
            && repeatable.getAsBoolean()
            && throttle.allowsRetry()
        ? rules.get().retry().pause(number, deadline.remaining(), chance.getAsDouble())
        : Optional.empty();
  }

  private void note(Result<?> result) {
    if (isFailureOfTarget(result)) {
      throttle.failed();
    } else if (result.isSuccess()) {
      throttle.succeeded();
    }
  }

  /** A refusal is an answer: the target works. Our own departure says nothing about it. */
  private static BreakerEvent event(Result<?> result, int period) {
    if (isFailureOfTarget(result)) {
      return new BreakerEvent.Failed(period);
    }
    return kind(result) == FailureKind.CANCELLED
        ? new BreakerEvent.Abandoned(period)
        : new BreakerEvent.Succeeded(period);
  }

  private static boolean isFailureOfTarget(Result<?> result) {
    return result instanceof Result.Failure<?>(Problem problem)
        && FAILURE_CODES.contains(problem.code());
  }

  private static @Nullable FailureKind kind(Result<?> result) {
    return result instanceof Result.Failure<?>(Problem problem) ? problem.kind() : null;
  }

  private Problem busy(CallMethod method, int callsMax) {
    return CallReason.TARGET_BUSY.problem(
        "%s was not sent: %d calls of this process already wait for %s, its maximum"
                .formatted(method.name(), callsMax, service)
            + "\nMaybe try again in a moment, or raise max_concurrent_calls of "
            + service
            + ".");
  }

  /** A lost connection is there again: a breaker that is open tries the target at once. */
  public void reconnected() {
    breaker.tell(new BreakerEvent.Reconnected());
  }

  /** A connection was made: a breaker that is open, or opens now, tries the target soon. */
  public void renewed() {
    breaker.tell(new BreakerEvent.Renewed());
  }

  /** The target is another one now: what was known of the old one is forgotten. */
  public void reset() {
    breaker.reset();
    throttle.refill();
  }

  /** How the breaker stands. */
  public BreakerView breaker() {
    return breaker.view();
  }
}
