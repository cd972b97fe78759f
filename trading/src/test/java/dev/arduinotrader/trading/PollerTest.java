package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final Duration SHORT = Duration.ofMillis(2);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void looksAgainAndAgainWhileSomethingHappens() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(20);
    try (Poller poller =
        new Poller(
            () -> {
              looks.countDown();
              return true;
            },
            SHORT,
            HOUR)) {
      poller.start();
      assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void goesOnAfterAFault() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(3);
    try (Poller poller =
        new Poller(
            () -> {
              looks.countDown();
              throw new IllegalStateException("a test");
            },
            SHORT,
            SHORT)) {
      poller.start();
      assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void stopsWhileItWaits() {
    AtomicInteger looks = new AtomicInteger();
    Poller poller = new Poller(() -> looks.incrementAndGet() > 0, HOUR, HOUR);
    poller.start();
    poller.close();
    assertThat(looks).hasValue(0);
    poller.start();
    poller.close();
  }
}
