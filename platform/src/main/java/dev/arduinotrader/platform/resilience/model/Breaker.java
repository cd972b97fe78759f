package dev.arduinotrader.platform.resilience.model;

import dev.arduinotrader.platform.resilience.model.BreakerState.Closed;
import dev.arduinotrader.platform.resilience.model.BreakerState.HalfOpen;
import dev.arduinotrader.platform.resilience.model.BreakerState.Open;

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
              : new Step(new HalfOpen(open.period() + 1, 0, true), true);
      case HalfOpen half ->
          half.trialRunning()
              ? new Step(half, false)
              : new Step(new HalfOpen(half.period(), half.successesInRow(), true), true);
    };
  }

  private static BreakerState succeeded(BreakerRules rules, BreakerState state) {
    return switch (state) {
      case Closed closed -> new Closed(closed.period(), 0);
      case Open open -> open;
      case HalfOpen half ->
          half.successesInRow() + 1 >= rules.successesToClose()
              ? new Closed(half.period() + 1, 0)
              : new HalfOpen(half.period(), half.successesInRow() + 1, false);
    };
  }

  private static BreakerState failed(BreakerRules rules, BreakerState state, long nowNanos) {
    Open opened = new Open(state.period() + 1, nowNanos + rules.openFor().toNanos());
    return switch (state) {
      case Closed closed ->
          closed.failuresInRow() + 1 >= rules.failuresToOpen()
              ? opened
              : new Closed(closed.period(), closed.failuresInRow() + 1);
      case Open open -> open;
      case HalfOpen half -> opened;
    };
  }

  /** How calls of the lost connection end says nothing of the one that is there now. */
  private static BreakerState reconnected(BreakerState state) {
    return switch (state) {
      case Closed closed -> new Closed(closed.period() + 1, closed.failuresInRow());
      case Open open -> new HalfOpen(open.period() + 1, 0, false);
      case HalfOpen half -> half;
    };
  }

  private static BreakerState abandoned(BreakerState state) {
    return state instanceof HalfOpen half
        ? new HalfOpen(half.period(), half.successesInRow(), false)
        : state;
  }
}
