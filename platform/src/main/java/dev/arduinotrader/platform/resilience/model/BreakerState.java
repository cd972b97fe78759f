package dev.arduinotrader.platform.resilience.model;

/** What a breaker knows. The period grows with every change from one kind of state to another. */
public sealed interface BreakerState {
  int period();

  /** Calls go through; so many have failed since the last success. */
  record Closed(int period, int failuresInRow) implements BreakerState {}

  /** Calls are refused until this point of the monotonic clock. */
  record Open(int period, long untilNanos) implements BreakerState {}

  /** One call at a time goes through; so many trials have succeeded in a row. */
  record HalfOpen(int period, int successesInRow, boolean trialRunning) implements BreakerState {}

  /** How every breaker begins. */
  static BreakerState initial() {
    return new Closed(0, 0);
  }
}
