package dev.arduinotrader.platform.sample;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Does what the question says, and lets a test see and steer how far it is. */
public final class ScriptedSample implements SampleService {
  /** Counted down when a call that waits has begun. */
  public final CountDownLatch entered = new CountDownLatch(1);

  /** What a call that waits waits for. */
  public final CountDownLatch release = new CountDownLatch(1);

  /** Counted down when a waiting call was interrupted or told that nobody listens. */
  public final CountDownLatch abandoned = new CountDownLatch(1);

  public final AtomicInteger calls = new AtomicInteger();

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return Result.success(new ServiceHealth(true, "test", "healthy", "test", List.of()));
  }

  @Override
  public Result<String> ask(CallContext context, String question) {
    calls.incrementAndGet();
    return switch (question) {
      case "context" ->
          Result.success(
              String.join(
                  "|",
                  context.account().value(),
                  context.actor(),
                  context.requestId().value(),
                  context.decisionTime().toString()));
      case "time left" -> Result.success(Long.toString(context.deadline().remaining().toSeconds()));
      case "missing" -> CommonReason.NOT_FOUND.failure("no such thing\nMaybe ask another.");
      case "invalid" ->
          Result.failure(
              Problem.invalid(List.of(new Fault("a", "too small"), new Fault("b", "too large"))));
      case "throw a problem" ->
          throw new ProblemException(CommonReason.PERMISSION_DENIED.problem("not you"));
      case "crash" -> throw new IllegalStateException("a secret detail");
      case "wait" -> waitForRelease();
      default -> Result.success("answer to " + question);
    };
  }

  private Result<String> waitForRelease() {
    entered.countDown();
    try {
      release.await();
      return Result.success("released");
    } catch (InterruptedException e) {
      abandoned.countDown();
      Thread.currentThread().interrupt();
      return CommonReason.CANCELLED.failure("interrupted");
    }
  }

  @Override
  public Result<Integer> count(CallContext context, int upTo, ProgressSink<Integer> numbers) {
    calls.incrementAndGet();
    for (int number = 1; number <= upTo; number++) {
      if (numbers.isCancelled()) {
        abandoned.countDown();
        return CommonReason.CANCELLED.failure("nobody listens after " + number);
      }
      numbers.send(number);
      if (number == 1) {
        entered.countDown();
      }
    }
    return Result.success(upTo);
  }

  /** Sends one event and then waits, as an event log without news does. */
  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    events.send(
        new ServiceEvent(
            afterSequence + 1, context.account(), Instant.EPOCH, "NEWS", "something", "{}"));
    entered.countDown();
    while (!events.isCancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    abandoned.countDown();
    return Result.success(Done.DONE);
  }
}
