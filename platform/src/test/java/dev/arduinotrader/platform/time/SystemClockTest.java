package dev.arduinotrader.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SystemClockTest {
  @Test
  void startsAtTheGivenInstantAndGoesOnFromThere() {
    Instant start = Instant.parse("2023-05-25T22:00:00Z");
    SystemClock clock = SystemClock.startingAt(start);

    assertThat(clock.now())
        .isAfterOrEqualTo(start.minusMillis(1))
        .isBefore(start.plus(Duration.ofMinutes(1)));
    assertThat(clock.base()).isEqualTo("as-of 2023-05-25T22:00:00Z");
    assertThat(SystemClock.system().base()).isEqualTo("system");
  }

  @Test
  void showsWholeMicroseconds() {
    Instant now = SystemClock.system().now();

    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
  }
}
