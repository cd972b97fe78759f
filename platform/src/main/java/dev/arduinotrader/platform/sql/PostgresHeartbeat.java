package dev.arduinotrader.platform.sql;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a store's lease while nothing is written, and says loudly when it has been lost. */
final class PostgresHeartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresHeartbeat.class);
  private static final long PAUSE_SECONDS = 5;

  private final ScheduledExecutorService timer;

  private final ScheduledFuture<?> beats;

  private PostgresHeartbeat(ScheduledExecutorService timer, ScheduledFuture<?> beats) {
    this.timer = timer;
    this.beats = beats;
  }

  /**
   * @param beat writes something; throws when the store cannot be had
   */
  static PostgresHeartbeat start(Schema schema, Runnable beat) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(schema.name() + "-lease").factory());
    ScheduledFuture<?> beats =
        timer.scheduleWithFixedDelay(
            () -> beatOnce(schema, beat), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    return new PostgresHeartbeat(timer, beats);
  }

  private static void beatOnce(Schema schema, Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException lost) {
      LOG.error("the lease of {} could not be renewed: {}", schema.name(), lost.getMessage());
    }
  }

  @Override
  public void close() {
    beats.cancel(false);
    timer.shutdown();
  }
}
