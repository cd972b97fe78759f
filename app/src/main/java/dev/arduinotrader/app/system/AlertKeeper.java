package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.alert.AlertDesk;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether something is worth an alert, and sees it delivered. */
final class AlertKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertKeeper.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final AlertDesk desk;
  private final AlertSources sources;
  private final TraderClock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private AlertKeeper(AlertDesk desk, AlertSources sources, TraderClock clock) {
    this.desk = desk;
    this.sources = sources;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("alert-keeper").unstarted(this::run);
  }

  static AlertKeeper start(AlertDesk desk, AlertSources sources, TraderClock clock) {
    AlertKeeper keeper = new AlertKeeper(desk, sources, clock);
    keeper.thread.start();
    return keeper;
  }

  private void run() {
    try {
      while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The loop's edge: a fault of the program here must not silence the next alert.
  private void look() {
    try {
      desk.look(sources.services(clock.now()), sources.conditions(clock.now()), clock.now());
    } catch (RuntimeException e) {
      LOG.error("a look for alerts failed with a fault of the program", e);
    }
  }

  /** What is being sent is cut off and sent again by the next process. */
  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
    try {
      thread.join(CLOSE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
