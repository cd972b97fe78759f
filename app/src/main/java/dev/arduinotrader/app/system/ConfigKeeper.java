package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.config.ConfigWatch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the configuration files once a second; a change holds after two looks. */
final class ConfigKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigKeeper.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Reconfiguration reconfiguration;
  private final ConfigWatch files;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private ConfigKeeper(Reconfiguration reconfiguration, ConfigWatch files) {
    this.reconfiguration = reconfiguration;
    this.files = files;
  }

  static ConfigKeeper start(Reconfiguration reconfiguration, ConfigWatch files) {
    ConfigKeeper keeper = new ConfigKeeper(reconfiguration, files);
    Thread.ofVirtual().name("config-keeper").start(keeper::run);
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

  // The loop's edge: a fault of the program here must not end the watch for the next change.
  private void look() {
    try {
      reconfiguration.look(files);
    } catch (RuntimeException e) {
      LOG.error("a look at the configuration failed with a fault of the program", e);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
