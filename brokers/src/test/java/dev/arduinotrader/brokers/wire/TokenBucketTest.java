package dev.arduinotrader.brokers.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);

  private final TokenBucket bucket = new TokenBucket(2, Duration.ofSeconds(3));

  @Test
  void letsTheBurstGoAndThenOneEachInterval() {
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ZERO);
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ZERO);
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ofSeconds(3));
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ofSeconds(6));
    assertThat(bucket.take(NOW.plusSeconds(100), LONG)).contains(Duration.ZERO);
  }

  @Test
  void takesNoTokenFromWhoeverWouldWaitTooLong() {
    bucket.take(NOW, LONG);
    bucket.take(NOW, LONG);
    assertThat(bucket.take(NOW, Duration.ofSeconds(2))).isEmpty();
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ofSeconds(3));
  }

  @Test
  void holdsEverybodyBackWhenTheOtherSideAsksForIt() {
    bucket.holdUntil(NOW.plusSeconds(60));
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ofSeconds(60));
    assertThat(bucket.take(NOW, LONG)).contains(Duration.ofSeconds(63));
  }
}
