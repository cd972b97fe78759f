package dev.arduinotrader.trading;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after open orders in the background: every second while something happens, less and less
 * often while nothing does, at once when it is woken.
 */
final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(10);

  private final BooleanSupplier work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread thread;
  private boolean stopped;
  private boolean woken;

  /**
   * @param work carries on what is open and says whether anything happened; safe to interrupt
   */
  Poller(BooleanSupplier work) {
    this.work = work;
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
    Duration pause = SHORTEST;
    while (true) {
      switch (await(pause)) {
        case STOPPED -> {
          return;
        }
        case WOKEN -> pause = SHORTEST;
        case ELAPSED -> pause = lookOnce() ? SHORTEST : longer(pause);
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(LONGEST) > 0 ? LONGEST : next;
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

  private enum Wait {
    ELAPSED,
    WOKEN,
    STOPPED
  }

  /** Waits; a wake-up starts the wait anew, at its shortest. */
  private Wait await(Duration pause) {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (!stopped && !woken && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      if (stopped) {
        return Wait.STOPPED;
      }
      boolean wasWoken = woken;
      woken = false;
      return wasWoken ? Wait.WOKEN : Wait.ELAPSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Wait.STOPPED;
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
