package dev.arduinotrader.gateway.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the requests under way, so that a stop can wait for them. The JDK's server counts too, but
 * sometimes waits in vain when a client leaves at that very moment.
 */
final class RunningRequests {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int running;
  private boolean closed;

  /** False when no more requests are let in; otherwise {@link #leave} must follow. */
  boolean enter() {
    lock.lock();
    try {
      if (!closed) {
        running++;
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      running--;
      if (running == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets no other request in, and waits until none runs; false when some still does after it. */
  boolean drain(Duration longest) {
    lock.lock();
    try {
      closed = true;
      long nanos = TimeUnit.NANOSECONDS.convert(longest);
      while (running > 0 && nanos > 0) {
        nanos = idle.awaitNanos(nanos);
      }
      return running == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
