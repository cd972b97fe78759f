package dev.arduinotrader.gateway.autopilot;

import dev.arduinotrader.gateway.AutopilotSettings;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.gateway.store.GatewayStore;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts cycles: at once when none was ever due, then when the stored next time has come, and soon
 * after money or executions have arrived. The next time is stored, so a restart changes nothing.
 */
public final class Autopilot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Autopilot.class);
  private static final Duration CYCLE_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(10);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

  private final FirstStart firstStart;
  private final GatewayService gateway;
  private final GatewayStore store;
  private final TraderClock clock;
  private final Ids ids;
  private final AutopilotSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = Thread.ofVirtual().name("autopilot").unstarted(this::run);
  private boolean stopped;

  public Autopilot(
      FirstStart firstStart,
      GatewayService gateway,
      GatewayStore store,
      TraderClock clock,
      Ids ids,
      AutopilotSettings settings) {
    this.firstStart = firstStart;
    this.gateway = gateway;
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.settings = settings;
  }

  /** Starts the thread that waits and runs cycles. */
  public void start() {
    thread.start();
  }

  /** Something has changed that a cycle should look at soon. */
  public void news() {
    Instant soon = clock.now().plus(settings.calm());
    lock.lock();
    try {
      if (store.nextCycleAt(settings.account()).map(soon::isBefore).orElse(true)) {
        store.setNextCycleAt(settings.account(), soon);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    if (!awaitFirstStart()) {
      return;
    }
    while (awaitDue()) {
      store.setNextCycleAt(settings.account(), clock.now().plus(settings.interval()));
      cycle();
    }
  }

  /** Tries until there is an account; the other services may still be starting. */
  private boolean awaitFirstStart() {
    String said = "";
    while (true) {
      Result<Boolean> outcome = firstStart.ensure();
      if (!(outcome instanceof Result.Failure<Boolean>(Problem problem))) {
        return true;
      }
      if (!said.equals(problem.code())) {
        LOG.warn("the first start waits: {}", problem);
        said = problem.code();
      }
      if (!pause()) {
        return false;
      }
    }
  }

  /** Waits a moment; false when it is time to stop. */
  private boolean pause() {
    lock.lock();
    try {
      long nanos = LOOK_INTERVAL.toNanos();
      while (!stopped && nanos > 0) {
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

  private void cycle() {
    CallContext context =
        new CallContext(
            settings.account(),
            "autopilot",
            ids.nextRequestId(),
            Deadline.after(CYCLE_TIMEOUT),
            clock.now());
    Result<CycleReport> outcome =
        gateway.triggerTradingCycle(
            context, new CycleCommand(ids.nextCommandId(), false), ProgressSink.ignoring());
    switch (outcome) {
      case Result.Success<CycleReport>(CycleReport report) -> {
        LOG.info("{}: {}: {}", report.cycleId(), report.outcome(), report.message());
        if (report.outcome() == CycleReport.Outcome.FAILED) {
          retrySoon();
        }
      }
      case Result.Failure<CycleReport>(Problem problem) -> LOG.warn("no cycle: {}", problem);
    }
  }

  /** A service that was away is often back soon; news may bring the cycle forward still more. */
  private void retrySoon() {
    Instant soon = clock.now().plus(RETRY_INTERVAL);
    if (store.nextCycleAt(settings.account()).map(soon::isBefore).orElse(true)) {
      store.setNextCycleAt(settings.account(), soon);
    }
  }

  /** Waits until a cycle is due; false when it is time to stop. */
  private boolean awaitDue() {
    lock.lock();
    try {
      while (!stopped) {
        Instant now = clock.now();
        Instant due = store.nextCycleAt(settings.account()).orElse(now);
        if (!due.isAfter(now)) {
          return true;
        }
        long left = Math.min(Duration.between(now, due).toNanos(), LOOK_INTERVAL.toNanos());
        if (changed.await(left, TimeUnit.NANOSECONDS)) {
          LOG.debug("the autopilot was woken");
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Starts no more cycles, and waits a while for a running one. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(STOP_TIMEOUT)) {
        LOG.warn("a cycle still runs after {} s; leaving it", STOP_TIMEOUT.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
