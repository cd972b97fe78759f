package dev.arduinotrader.trading;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after open orders in the background: often while something happens or after it was woken,
 * less and less often while nothing does.
 */
final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(10);

  private final BooleanSupplier work;
  private final Duration shortest;
  private final Duration longest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread thread;
  private boolean stopped;
  private boolean woken;
  private Duration pause;

  /**
   * @param work carries on what is open and says whether anything happened
   * @param shortest the pause before the next look while something happens
   * @param longest the pause that it grows to while nothing does
   */
  Poller(BooleanSupplier work, Duration shortest, Duration longest) {
    this.work = work;
    this.shortest = shortest;
    this.longest = longest;
    this.pause = shortest;
  }

  void start() {
    lock.lock();
    try {
      if (thread == null && !stopped) {
        thread = Thread.ofVirtual().name("trading-poller").start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  /** There may be something to do: look again soon. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (awaitPause()) {
      setPause(lookOnce() ? shortest : longer(pause()));
    }
  }

  private Duration pause() {
    lock.lock();
    try {
      return pause;
    } finally {
      lock.unlock();
    }
  }

  private void setPause(Duration next) {
    lock.lock();
    try {
      pause = next;
    } finally {
      lock.unlock();
    }
  }

  private Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(longest) > 0 ? longest : next;
  }

  /** The edge of a loop that must go on: a fault is logged, and tried again later. */
  private boolean lookOnce() {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.error("carrying on open orders met a fault of the program; it is tried again", e);
      return false;
    }
  }

  /** Waits for the next look, less long once it is woken; false when it is to stop. */
  private boolean awaitPause() {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (!stopped && nanos > 0) {
        if (woken) {
          woken = false;
          pause = shortest;
          nanos = Math.min(nanos, shortest.toNanos());
        }
        nanos = changed.awaitNanos(nanos);
      }
      return !stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Stops after the look under way, if there is one. */
  @Override
  public void close() {
    Thread running;
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      running = thread;
    } finally {
      lock.unlock();
    }
    if (running == null) {
      return;
    }
    try {
      if (!running.join(STOP_WAIT_MAX)) {
        LOG.warn("the poller of open orders did not stop within {}", STOP_WAIT_MAX);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
