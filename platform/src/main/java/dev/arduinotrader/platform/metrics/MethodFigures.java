package dev.arduinotrader.platform.metrics;

import dev.arduinotrader.platform.metrics.model.CallWindow;

/**
 * The calls of one method, or of several together.
 *
 * @param lifetime since the process began
 * @param recent in the last five minutes
 */
public record MethodFigures(CallCounts lifetime, CallWindow recent) {
  /** No calls yet. */
  public static final MethodFigures NONE = new MethodFigures(CallCounts.NONE, CallWindow.NONE);

  /** The calls of both, as if one process had seen them. */
  public MethodFigures plus(MethodFigures other) {
    return new MethodFigures(lifetime.plus(other.lifetime), recent.plus(other.recent));
  }
}
