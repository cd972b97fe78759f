package dev.arduinotrader.platform.resilience.model;

/** What a breaker knows. The period grows with every change from one kind of state to another. */
public sealed interface BreakerState {
  int period();

  /**
   * Calls go through.
   *
   * @param failuresInRow since the last success
   * @param renewed whether a new connection was made since then
   */
  record Closed(int period, int failuresInRow, boolean renewed) implements BreakerState {}

  /**
   * Calls are refused.
   *
   * @param openings how often it has opened since it was last closed, 1 or more
   * @param sinceNanos when it opened, by the monotonic clock
   * @param untilNanos when a call is tried
   */
  record Open(int period, int openings, long sinceNanos, long untilNanos) implements BreakerState {}

  /**
   * One call at a time goes through.
   *
   * @param openings how often it has opened since it was last closed
   * @param successesInRow of trials
   * @param renewed whether a new connection was made since the last success
   */
  record HalfOpen(
      int period, int openings, int successesInRow, boolean trialRunning, boolean renewed)
      implements BreakerState {
    /** How trials begin. */
    static HalfOpen after(Open open) {
      return new HalfOpen(open.period() + 1, open.openings(), 0, false, false);
    }

    HalfOpen trying() {
      return new HalfOpen(period, openings, successesInRow, true, renewed);
    }

    HalfOpen left() {
      return new HalfOpen(period, openings, successesInRow, false, renewed);
    }

    HalfOpen succeeded() {
      return new HalfOpen(period, openings, successesInRow + 1, false, false);
    }

    HalfOpen withNewConnection() {
      return new HalfOpen(period, openings, successesInRow, trialRunning, true);
    }
  }

  /** How every breaker begins. */
  static BreakerState initial() {
    return new Closed(0, 0, false);
  }
}
