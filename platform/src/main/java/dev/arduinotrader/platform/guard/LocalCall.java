package dev.arduinotrader.platform.guard;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Answers;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.metrics.ObservedCall;
import dev.arduinotrader.platform.trace.TraceContext;
import dev.arduinotrader.platform.trace.Tracing;
import io.grpc.Context;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call on its way: the service works on a thread of its own and hands over what it has; the
 * caller's thread takes it, until the end, the deadline, or the caller's own cancellation.
 */
final class LocalCall {
  private static final int PARTS_WAITING_MAX = 16;
  private static final long LOOK_UP_MILLIS = 100;

  private sealed interface Message {
    record Part(Object value) implements Message {}

    record End(Result<?> result) implements Message {}

    record CallerGone(boolean late) implements Message {}
  }

  private final GuardedMethod method;
  private final CallContext context;
  private final TraceContext trace;
  private final ObservedCall observed;
  private final ProgressSink<Object> callersSink;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final Semaphore space = new Semaphore(PARTS_WAITING_MAX);
  private volatile boolean abandoned;

  LocalCall(
      GuardedMethod method,
      CallContext context,
      TraceContext trace,
      ProgressSink<Object> callersSink,
      ObservedCall observed) {
    this.method = method;
    this.context = context;
    this.trace = trace;
    this.callersSink = callersSink;
    this.observed = observed;
  }

  /**
   * Makes the call and waits for its result.
   *
   * @param arguments the caller's; context and sink are replaced
   * @param permit given back when the service has really stopped working
   */
  Result<?> run(Object local, Object[] arguments, ConcurrencyLimit.Permit permit) {
    Object[] guarded = arguments.clone();
    guarded[0] = context;
    if (method.hasSink()) {
      guarded[method.sinkIndex()] = new HandingOver();
    }
    // A child of the caller's gRPC context: its cancellation also ends the calls that the service
    // makes, and the cancellation of the call that the caller answers arrives here.
    Context.CancellableContext scope = Tracing.within(Context.current(), trace).withCancellation();
    if (scope.isCancelled()) {
      permit.close();
      return callerGone();
    }
    scope.addListener(
        context ->
            messages.add(
                new Message.CallerGone(context.cancellationCause() instanceof TimeoutException)),
        Runnable::run);
    Thread worker =
        Thread.ofVirtual()
            .name(method.call().fullName())
            .start(scope.wrap(() -> work(local, guarded, permit)));
    try {
      return await();
    } finally {
      abandoned = true;
      worker.interrupt();
      scope.cancel(null);
    }
  }

  private void work(Object local, Object[] arguments, ConcurrencyLimit.Permit permit) {
    Result<?> result;
    try (permit) {
      result = Answers.of(context.requestId(), () -> answer(local, arguments));
    }
    messages.add(new Message.End(result));
  }

  private Result<Object> answer(Object local, Object[] arguments) {
    return method.invoke(local, arguments).map(value -> value);
  }

  private Result<?> await() {
    while (true) {
      Message message;
      try {
        message = messages.poll(context.deadline().remaining().toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return CommonReason.CANCELLED.failure(name() + " was interrupted while it was waited for");
      }
      switch (message) {
        case null -> {
          return late();
        }
        case Message.End(Result<?> result) -> {
          return isGivenUp(result) ? late() : result;
        }
        case Message.CallerGone(boolean late) -> {
          return late ? late() : callerGone();
        }
        case Message.Part(Object value) -> {
          space.release();
          observed.message();
          callersSink.send(value);
          if (callersSink.isCancelled()) {
            return CommonReason.CANCELLED.failure("the receiver of " + name() + " wanted no more");
          }
        }
      }
    }
  }

  /**
   * A service that stops because it sees the deadline pass may be quicker than its caller; what it
   * then says of its unfinished work is not an answer.
   */
  private boolean isGivenUp(Result<?> result) {
    return context.deadline().isExpired()
        && switch (result) {
          case Result.Success<?> success -> method.hasSink();
          case Result.Failure<?>(Problem problem) -> problem.kind() == FailureKind.CANCELLED;
        };
  }

  private <R> Result<R> callerGone() {
    return CommonReason.CANCELLED.failure("whoever wanted " + name() + " has gone");
  }

  private <R> Result<R> late() {
    return CommonReason.DEADLINE_EXCEEDED.failure(
        name() + " did not answer within its deadline; the outcome is not known");
  }

  private String name() {
    return method.call().fullName();
  }

  /** The sink that the service sees. */
  private final class HandingOver implements ProgressSink<Object> {
    @Override
    public void send(Object part) {
      try {
        while (!isCancelled()) {
          if (space.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
            messages.add(new Message.Part(part));
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean isCancelled() {
      return abandoned || context.deadline().isExpired() || callersSink.isCancelled();
    }
  }
}
