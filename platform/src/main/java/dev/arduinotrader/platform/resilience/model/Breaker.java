package dev.arduinotrader.platform.resilience.model;

import dev.arduinotrader.platform.resilience.model.BreakerState.Closed;
import dev.arduinotrader.platform.resilience.model.BreakerState.HalfOpen;
import dev.arduinotrader.platform.resilience.model.BreakerState.Open;
import java.time.Duration;

/** The steps of a circuit breaker. */
public final class Breaker {
  /**
   * What became of an event.
   *
   * @param admitted whether the call that asked may begin; false for every other event
   */
  public record Step(BreakerState next, boolean admitted) {}

  private Breaker() {}

  /**
   * The next state.
   *
   * @param nowNanos of a monotonic clock
   */
  public static Step step(
      BreakerRules rules, BreakerState state, BreakerEvent event, long nowNanos) {
    return switch (event) {
      case BreakerEvent.Asked asked -> ask(state, nowNanos);
      case BreakerEvent.Reconnected back -> told(reconnected(state));
      case BreakerEvent.Renewed made -> told(renewed(rules, state));
      case BreakerEvent.Succeeded(int period) ->
          told(period == state.period() ? succeeded(rules, state) : state);
      case BreakerEvent.Failed(int period) ->
          told(period == state.period() ? failed(rules, state, nowNanos) : state);
      case BreakerEvent.Abandoned(int period) ->
          told(period == state.period() ? abandoned(state) : state);
    };
  }

  private static Step told(BreakerState next) {
    return new Step(next, false);
  }

  private static Step ask(BreakerState state, long nowNanos) {
    return switch (state) {
      case Closed closed -> new Step(closed, true);
      case Open open ->
          nowNanos - open.untilNanos() < 0
              ? new Step(open, false)
              : new Step(HalfOpen.after(open).trying(), true);
      case HalfOpen half ->
          half.trialRunning() ? new Step(half, false) : new Step(half.trying(), true);
    };
  }

  private static BreakerState succeeded(BreakerRules rules, BreakerState state) {
    return switch (state) {
      case Closed closed -> new Closed(closed.period(), 0, false);
      case Open open -> open;
      case HalfOpen half ->
          half.successesInRow() + 1 >= rules.successesToClose()
              ? new Closed(half.period() + 1, 0, false)
              : half.succeeded();
    };
  }

  private static BreakerState failed(BreakerRules rules, BreakerState state, long nowNanos) {
    return switch (state) {
      case Closed closed ->
          closed.failuresInRow() + 1 >= rules.failuresToOpen()
              ? opened(rules, closed.period(), 1, closed.renewed(), nowNanos)
              : new Closed(closed.period(), closed.failuresInRow() + 1, closed.renewed());
      case Open open -> open;
      case HalfOpen half ->
          opened(rules, half.period(), half.openings() + 1, half.renewed(), nowNanos);
    };
  }

  private static Open opened(
      BreakerRules rules, int period, int openings, boolean renewed, long nowNanos) {
    Duration openFor = renewed ? rules.openForWhenRenewed(openings) : rules.openFor();
    return new Open(period + 1, openings, nowNanos, nowNanos + openFor.toNanos());
  }

  private static BreakerState renewed(BreakerRules rules, BreakerState state) {
    return switch (state) {
      case Closed closed -> new Closed(closed.period(), closed.failuresInRow(), true);
      case Open open ->
          new Open(
              open.period(),
              open.openings(),
              open.sinceNanos(),
              open.sinceNanos() + rules.openForWhenRenewed(open.openings()).toNanos());
      case HalfOpen half -> half.withNewConnection();
    };
  }

  /** How calls of the lost connection end says nothing of the one that is there now. */
  private static BreakerState reconnected(BreakerState state) {
    return switch (state) {
      case Closed closed ->
          new Closed(closed.period() + 1, closed.failuresInRow(), closed.renewed());
      case Open open -> HalfOpen.after(open);
      case HalfOpen half -> half;
    };
  }

  private static BreakerState abandoned(BreakerState state) {
    return state instanceof HalfOpen half ? half.left() : state;
  }
}
