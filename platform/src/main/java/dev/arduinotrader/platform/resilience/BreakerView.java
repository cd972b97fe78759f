package dev.arduinotrader.platform.resilience;

import java.time.Duration;

/**
 * How the breaker before one target stands.
 *
 * @param service the target's key
 * @param state as people and metrics call it
 * @param failuresInRow since the last success, while closed
 * @param stateAge how long the state has been this one
 * @param nextTryIn until a call is let through again; zero unless open
 * @param timesOpened since the process began
 * @param refusedCalls since the process began
 */
public record BreakerView(
    String service,
    Kind state,
    int failuresInRow,
    Duration stateAge,
    Duration nextTryIn,
    long timesOpened,
    long refusedCalls) {
  /** The three states. */
  public enum Kind {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /** One sentence for people, about a breaker that is not closed. */
  public String explanation() {
    return switch (state) {
      case CLOSED -> "calls to " + service + " go through";
      case OPEN ->
          "circuit open: calls to %s are refused for another %d s, after failures in a row"
              .formatted(service, Math.max(1, nextTryIn.toSeconds()));
      case HALF_OPEN -> "circuit half open: %s is tried with one call at a time".formatted(service);
    };
  }
}
