package dev.arduinotrader.platform.lifecycle;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts of a process in order, all of them or none, and stops them in reverse order,
 * once and within a given time.
 */
public final class Lifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final Duration STEP_TIME_MIN = Duration.ofMillis(200);
  private static final Duration CLEAN_UP_TIME = Duration.ofSeconds(5);

  /** How a part is stopped. */
  @FunctionalInterface
  public interface Stopper<T> {
    /**
     * Stops the part.
     *
     * @param remaining what is left of the time for the whole stop
     */
    void stop(T part, Duration remaining) throws Exception;
  }

  private interface Stop {
    void run(Duration remaining) throws Exception;
  }

  private record Opened(String name, Stop stop) {}

  private final Deque<Opened> opened = new ArrayDeque<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Lifecycle() {}

  /**
   * Starts what {@code composition} opens step by step. When a step fails, the earlier ones are
   * closed in reverse order.
   *
   * @return the failed step's problem, its message beginning with the step's name
   */
  public static <A> Result<Running<A>> start(Function<Lifecycle, A> composition) {
    Lifecycle lifecycle = new Lifecycle();
    boolean complete = false;
    try {
      A value = composition.apply(lifecycle);
      complete = true;
      return Result.success(new Running<>(value, lifecycle));
    } catch (ProblemException e) {
      return Result.failure(e.problem());
    } catch (RuntimeException e) {
      LOG.error("the start failed with a fault of the program", e);
      return LifecycleReason.START_FAILED.failure("the start failed: " + e);
    } finally {
      if (!complete) {
        lifecycle.stop(CLEAN_UP_TIME);
      }
    }
  }

  /** One step of the start whose part closes itself. */
  public <T extends AutoCloseable> T open(String name, Supplier<Result<T>> opening) {
    return open(name, opening, (part, remaining) -> part.close());
  }

  /**
   * One step of the start.
   *
   * @param name of the part, as a person knows it: {@code the gRPC ports}
   * @return the part
   * @throws ProblemException when it could not be opened; only {@link #start} catches it
   */
  public <T> T open(String name, Supplier<Result<T>> opening, Stopper<T> stopper) {
    T part = attempt(name, opening);
    opened.push(new Opened(name, remaining -> stopper.stop(part, remaining)));
    return part;
  }

  /** A step of the start that leaves nothing to stop. */
  public <T> T attempt(String name, Supplier<Result<T>> step) {
    Result<T> result;
    try {
      result = step.get();
    } catch (ProblemException e) {
      result = Result.failure(e.problem());
    } catch (RuntimeException e) {
      LOG.error("{} failed with a fault of the program", name, e);
      result = LifecycleReason.START_FAILED.failure(String.valueOf(e));
    }
    return switch (result) {
      case Result.Success<T>(T value) -> value;
      case Result.Failure<T>(Problem problem) ->
          throw new ProblemException(
              new Problem(
                  problem.kind(),
                  problem.code(),
                  name + ": " + problem.message(),
                  problem.faults()));
    };
  }

  /** Stops everything when the system asks for it (SIGTERM) or a person does (Ctrl-C). */
  public void stopOnSignal(Duration timeout) {
    Thread hook = new Thread(() -> stop(timeout), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Stops in reverse order. Whoever comes second waits for the first. A part that does not stop in
   * time is left behind, with a warning, so that the others still are.
   */
  public void stop(Duration timeout) {
    if (!stopping.compareAndSet(false, true)) {
      awaitStopped(timeout);
      return;
    }
    Deadline deadline = Deadline.after(timeout);
    while (!opened.isEmpty()) {
      stop(opened.pop(), deadline);
    }
    stopped.countDown();
  }

  private static void stop(Opened part, Deadline deadline) {
    Duration remaining = deadline.remaining();
    Duration allowed = remaining.compareTo(STEP_TIME_MIN) > 0 ? remaining : STEP_TIME_MIN;
    Thread worker =
        Thread.ofPlatform().daemon().name("stop " + part.name()).start(() -> run(part, allowed));
    try {
      if (!worker.join(allowed)) {
        LOG.warn("{} did not stop within {} ms", part.name(), allowed.toMillis());
        worker.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Whatever one part throws, the others must still be stopped.
  private static void run(Opened part, Duration allowed) {
    try {
      part.stop().run(allowed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("{} did not stop cleanly", part.name(), e);
    }
  }

  /** Waits until everything has stopped; false when the time was up before. */
  public boolean awaitStopped(Duration timeout) {
    try {
      return stopped.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until everything has stopped, for as long as it runs. */
  public void awaitStopped() throws InterruptedException {
    stopped.await();
  }
}
