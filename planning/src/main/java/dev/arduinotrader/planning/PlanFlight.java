package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One plan in the making, with everybody who waits for it. The work runs once; each caller's own
 * thread sends the progress to that caller, and repeats it so that a long step does not look dead.
 * When the last one has left, the work is to stop.
 */
final class PlanFlight {
  /** How often progress is repeated while nothing new happens. */
  static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** How soon a caller who wants no more is noticed. */
  private static final Duration POLL = Duration.ofMillis(20);

  private final Duration heartbeat;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int followers;
  private boolean abandoned;
  private PlanProgress latest = new PlanProgress(0, "starting");
  private @Nullable Result<Plan> outcome;
  private @Nullable Throwable fault;

  PlanFlight(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /** Counts one more caller; false when the work was given up before. */
  boolean join() {
    lock.lock();
    try {
      if (abandoned) {
        return false;
      }
      followers++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      followers--;
      abandoned |= followers == 0 && outcome == null && fault == null;
    } finally {
      lock.unlock();
    }
  }

  /** True once nobody wants the plan any more. */
  boolean isAbandoned() {
    lock.lock();
    try {
      return abandoned;
    } finally {
      lock.unlock();
    }
  }

  /** Tells how far the work is; a smaller percent than before is raised to it. */
  void report(int percent, String step) {
    lock.lock();
    try {
      latest = new PlanProgress(Math.max(percent, latest.percent()), step);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the flight. */
  void land(Result<Plan> result) {
    lock.lock();
    try {
      outcome = result;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the flight with a fault of the program. */
  void crash(Throwable cause) {
    lock.lock();
    try {
      fault = cause;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the plan after {@link #join}; sends progress on the caller's thread meanwhile. */
  Result<Plan> follow(CallContext context, ProgressSink<PlanProgress> sink) {
    try {
      return wait(context, sink);
    } finally {
      leave();
    }
  }

  private Result<Plan> wait(CallContext context, ProgressSink<PlanProgress> sink) {
    @Nullable PlanProgress sent = null;
    long sentAt = 0;
    while (true) {
      State state = await(sent);
      Result<Plan> result = state.outcome();
      if (result != null) {
        if (result.isSuccess()) {
          sink.send(new PlanProgress(100, "done"));
        }
        return result;
      }
      if (sink.isCancelled() || Thread.currentThread().isInterrupted()) {
        return CommonReason.CANCELLED.failure("the caller wanted the plan no more");
      }
      if (context.deadline().isExpired()) {
        return CommonReason.DEADLINE_EXCEEDED.failure(
            "the plan was not finished in time: %d %%, %s"
                .formatted(state.progress().percent(), state.progress().step()));
      }
      boolean due = System.nanoTime() - sentAt >= heartbeat.toNanos();
      if (due || !state.progress().equals(sent)) {
        sent = state.progress();
        sentAt = System.nanoTime();
        sink.send(sent);
      }
    }
  }

  private record State(PlanProgress progress, @Nullable Result<Plan> outcome) {}

  /** Waits for something new, a short while at most. */
  private State await(@Nullable PlanProgress seen) {
    lock.lock();
    try {
      long nanos = POLL.toNanos();
      while (outcome == null && fault == null && latest.equals(seen) && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return state();
  }

  private State state() {
    lock.lock();
    try {
      if (fault != null) {
        throw new IllegalStateException("making the plan failed", fault);
      }
      return new State(latest, outcome);
    } finally {
      lock.unlock();
    }
  }
}
