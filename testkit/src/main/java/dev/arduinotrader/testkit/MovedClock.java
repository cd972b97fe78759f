package dev.arduinotrader.testkit;

import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it. */
public final class MovedClock implements TraderClock {
  private Instant now;

  public MovedClock(Instant start) {
    this.now = start;
  }

  public static MovedClock at(String instant) {
    return new MovedClock(Instant.parse(instant));
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  public synchronized void advance(Duration step) {
    now = now.plus(step);
  }

  public synchronized void moveTo(Instant instant) {
    now = instant;
  }

  @Override
  public String base() {
    return "test";
  }
}
