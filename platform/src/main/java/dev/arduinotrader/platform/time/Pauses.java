package dev.arduinotrader.platform.time;

import java.time.Duration;

/** Lets time pass; the only thing that waits for nothing but the clock. */
@FunctionalInterface
public interface Pauses {
  /**
   * Waits this long; zero or less waits not at all. An interrupted thread returns at once and stays
   * interrupted.
   */
  void pause(Duration duration);

  /** Really waits. */
  static Pauses real() {
    return duration -> {
      if (duration.isPositive()) {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
