package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.lock.HighWater;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes now and then how far the clock has come, so that a kill forgets half a minute at most. */
final class ClockKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final HighWater highWater;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private ClockKeeper(HighWater highWater) {
    this.highWater = highWater;
  }

  static ClockKeeper start(HighWater highWater) {
    ClockKeeper keeper = new ClockKeeper(highWater);
    Thread.ofVirtual().name("clock-keeper").start(keeper::run);
    return keeper;
  }

  private void run() {
    try {
      while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        if (highWater.raise() instanceof Result.Failure<Done>(Problem problem)) {
          LOG.warn("the clock: {}", problem);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
