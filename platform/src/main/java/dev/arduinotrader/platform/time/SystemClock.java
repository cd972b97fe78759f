package dev.arduinotrader.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock, or one that started at another instant and runs as fast as it. */
public final class SystemClock implements TraderClock {
  private final Clock clock;
  private final String base;

  private SystemClock(Clock clock, String base) {
    this.clock = clock;
    this.base = base;
  }

  /** The machine's own time. */
  public static SystemClock system() {
    return new SystemClock(Clock.systemUTC(), "system");
  }

  /** A clock that shows {@code start} now and goes on from there. */
  public static SystemClock startingAt(Instant start) {
    Clock machine = Clock.systemUTC();
    return new SystemClock(
        Clock.offset(machine, Duration.between(machine.instant(), start)), "as-of " + start);
  }

  @Override
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public String base() {
    return base;
  }
}
