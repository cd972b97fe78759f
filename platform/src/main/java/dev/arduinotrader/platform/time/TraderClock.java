package dev.arduinotrader.platform.time;

import java.time.Instant;

/** Tells the time; the only thing that does. */
public interface TraderClock {
  /** The current instant, UTC; starts at the decision time that {@code --as-of} gave, if any. */
  Instant now();

  /** What this clock was started on: {@code system}, or {@code as-of} and the instant. */
  String base();

  /**
   * Whether the clock was started at a chosen instant: then clocks of the same base are as far
   * apart as the starts of their processes, and only within one process the time is one.
   */
  default boolean isChosen() {
    return base().startsWith("as-of ");
  }
}
