package dev.arduinotrader.platform.resilience.model;

/** What happens to a breaker. The end of a call counts only in the period in which it began. */
public sealed interface BreakerEvent {
  /** A call wants to begin. */
  record Asked() implements BreakerEvent {}

  /** The other side answered. */
  record Succeeded(int period) implements BreakerEvent {}

  /** The other side failed. */
  record Failed(int period) implements BreakerEvent {}

  /** The call ended without a word about the other side, as when the caller leaves. */
  record Abandoned(int period) implements BreakerEvent {}

  /** A connection that was lost is there again. */
  record Reconnected() implements BreakerEvent {}

  /** A connection was made, perhaps in place of one on which nobody answered. */
  record Renewed() implements BreakerEvent {}
}
