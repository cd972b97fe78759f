package dev.arduinotrader.testkit;

import dev.arduinotrader.platform.time.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pauses that only move a clock and are remembered. */
public final class MovedPauses implements Pauses {
  private final MovedClock clock;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  public MovedPauses(MovedClock clock) {
    this.clock = clock;
  }

  @Override
  public void pause(Duration duration) {
    if (duration.isPositive()) {
      clock.advance(duration);
      pauses.add(duration);
    }
  }

  /** All pauses so far that were longer than nothing. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
