package dev.arduinotrader.platform.resilience;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.resilience.model.Breaker;
import dev.arduinotrader.platform.resilience.model.BreakerEvent;
import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.BreakerState;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The breaker before one target, for all threads of this process. */
final class CircuitBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);

  private final String service;
  private final Supplier<BreakerRules> rules;
  private final LongSupplier nanoClock;
  private BreakerState state = BreakerState.initial();
  private long sinceNanos;
  private long timesOpened;
  private long refusedCalls;

  /**
   * @param rules those of the moment
   * @param nanoClock a monotonic clock, in nanoseconds
   */
  CircuitBreaker(String service, Supplier<BreakerRules> rules, LongSupplier nanoClock) {
    this.service = service;
    this.rules = rules;
    this.nanoClock = nanoClock;
    this.sinceNanos = nanoClock.getAsLong();
  }

  /** The period in which a call may begin, to be given back with its end; empty to refuse it. */
  synchronized OptionalInt enter() {
    if (apply(new BreakerEvent.Asked())) {
      return OptionalInt.of(state.period());
    }
    refusedCalls++;
    return OptionalInt.empty();
  }

  synchronized void tell(BreakerEvent event) {
    apply(event);
  }

  private boolean apply(BreakerEvent event) {
    long now = nanoClock.getAsLong();
    BreakerState before = state;
    Breaker.Step step = Breaker.step(rules.get(), before, event, now);
    state = step.next();
    if (!state.getClass().equals(before.getClass())) {
      sinceNanos = now;
      timesOpened += state instanceof BreakerState.Open ? 1 : 0;
      LOG.warn("{}", view(now).explanation());
    }
    return step.admitted();
  }

  /** Forgets everything: the target is another one now. */
  synchronized void reset() {
    state = new BreakerState.Closed(state.period() + 1, 0, false);
    sinceNanos = nanoClock.getAsLong();
  }

  synchronized boolean isOpen() {
    return state instanceof BreakerState.Open;
  }

  synchronized BreakerView view() {
    return view(nanoClock.getAsLong());
  }

  private BreakerView view(long now) {
    Duration age = Duration.ofNanos(now - sinceNanos);
    return switch (state) {
      case BreakerState.Closed closed ->
          view(BreakerView.Kind.CLOSED, closed.failuresInRow(), age, Duration.ZERO);
      case BreakerState.Open open ->
          view(
              BreakerView.Kind.OPEN,
              0,
              age,
              Duration.ofNanos(Math.max(0, open.untilNanos() - now)));
      case BreakerState.HalfOpen half -> view(BreakerView.Kind.HALF_OPEN, 0, age, Duration.ZERO);
    };
  }

  private BreakerView view(BreakerView.Kind kind, int failures, Duration age, Duration nextTryIn) {
    return new BreakerView(service, kind, failures, age, nextTryIn, timesOpened, refusedCalls);
  }

  /** What a refused caller is told. */
  Problem refusal(String method) {
    BreakerView view = view();
    String next =
        view.state() == BreakerView.Kind.OPEN
            ? "tried again in " + Math.max(1, view.nextTryIn().toSeconds()) + " s"
            : "just being tried with another call";
    return CallReason.CIRCUIT_OPEN.problem(
        "%s was not sent: %s failed too often in a row and is %s\nMaybe see: trader status"
            .formatted(method, service, next));
  }
}
