package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.platform.resilience.TargetGuard;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls another process: deadline, metadata and errors, the same for every method. */
public final class RemoteCalls {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteCalls.class);

  private final Channel channel;
  private final Supplier<Duration> timeout;
  private final TargetGuard guard;

  /**
   * @param channel the one channel to the target
   * @param timeout the configured longest wait for an answer; a caller's earlier deadline wins
   */
  public RemoteCalls(Channel channel, Duration timeout) {
    this(channel, () -> timeout, TargetGuard.NONE);
  }

  /** The same with a wait that may change, as the configuration does, behind a guard. */
  public RemoteCalls(Channel channel, Supplier<Duration> timeout, TargetGuard guard) {
    this.channel = channel;
    this.timeout = timeout;
    this.guard = guard;
  }

  /** One question, one answer; {@code read} turns the message into the domain's value. */
  public <Q, A, R> Result<R> unary(
      MethodDescriptor<Q, A> method, CallContext context, Q request, Function<A, R> read) {
    Deadline deadline = context.within(timeout.get()).deadline();
    boolean mayRepeat = RepeatedAbove.mayRepeat(method);
    return guard.call(
        CallMethod.ofGrpc(method.getFullMethodName()),
        () -> mayRepeat,
        deadline,
        number -> unaryOnce(method, headers(method, context, number), deadline, request, read));
  }

  private <Q, A, R> Result<R> unaryOnce(
      MethodDescriptor<Q, A> method,
      Metadata headers,
      Deadline deadline,
      Q request,
      Function<A, R> read) {
    Duration remaining = deadline.remaining();
    if (!remaining.isPositive()) {
      return late(method);
    }
    try (Answers<A> answers =
        Answers.to(request, method, withHeaders(headers), options(remaining), deadline)) {
      return read(method, answers.only(), read);
    } catch (StatusRuntimeException e) {
      return Result.failure(problem(method, e));
    }
  }

  /**
   * One question, many parts. Each message is either a part or the end. A stream that has given a
   * part is never begun again.
   *
   * @param part the part in a message, empty when the message is the end
   * @param end turns the last message into the final value
   */
  public <Q, A, U, R> Result<R> stream(
      MethodDescriptor<Q, A> method,
      CallContext context,
      Q request,
      Function<A, Optional<U>> part,
      ProgressSink<U> sink,
      Function<A, R> end) {
    Deadline deadline = context.within(timeout.get()).deadline();
    FirstPart<U> counted = new FirstPart<>(sink);
    boolean mayRepeat = RepeatedAbove.mayRepeat(method);
    return guard.call(
        CallMethod.ofGrpc(method.getFullMethodName()),
        () -> mayRepeat && !counted.hasBegun(),
        deadline,
        number ->
            streamOnce(
                method,
                withHeaders(headers(method, context, number)),
                deadline,
                request,
                answers -> drain(method, answers, part, counted, end)));
  }

  private <Q, A, R> Result<R> streamOnce(
      MethodDescriptor<Q, A> method,
      Channel target,
      Deadline deadline,
      Q request,
      Function<Iterator<A>, Result<R>> drain) {
    Duration remaining = deadline.remaining();
    if (!remaining.isPositive()) {
      return late(method);
    }
    Context.CancellableContext scope = Context.current().withCancellation();
    Context previous = scope.attach();
    try (Answers<A> answers = Answers.to(request, method, target, options(remaining), deadline)) {
      return drain.apply(answers);
    } catch (StatusRuntimeException e) {
      return Result.failure(problem(method, e));
    } finally {
      scope.detach(previous);
      scope.cancel(null);
    }
  }

  /** A sink that knows whether it was given anything. */
  private static final class FirstPart<U> implements ProgressSink<U> {
    private final ProgressSink<U> sink;
    private boolean begun;

    FirstPart(ProgressSink<U> sink) {
      this.sink = sink;
    }

    boolean hasBegun() {
      return begun;
    }

    @Override
    public void send(U part) {
      begun = true;
      sink.send(part);
    }

    @Override
    public boolean isCancelled() {
      return sink.isCancelled();
    }
  }

  private static <A, U, R> Result<R> drain(
      MethodDescriptor<?, A> method,
      Iterator<A> answers,
      Function<A, Optional<U>> part,
      ProgressSink<U> sink,
      Function<A, R> end) {
    while (answers.hasNext()) {
      A answer = answers.next();
      Optional<U> update = part.apply(answer);
      if (update.isEmpty()) {
        awaitClose(answers);
        return read(method, answer, end);
      }
      sink.send(update.get());
      if (sink.isCancelled()) {
        return CommonReason.CANCELLED.failure(
            "the receiver of " + method.getFullMethodName() + " wanted no more");
      }
    }
    Problem cut =
        CommonReason.INTERNAL.problem(
            method.getFullMethodName() + " ended without its final message");
    return Result.failure(cut);
  }

  /**
   * Waits for the status that follows the last message at once; leaving earlier would cancel a call
   * that succeeded, and both sides would count it as such.
   */
  private static void awaitClose(Iterator<?> answers) {
    try {
      if (answers.hasNext()) {
        throw new IllegalStateException("a stream went on after its final message");
      }
    } catch (StatusRuntimeException e) {
      LOG.debug("a stream broke after its final message, which is here", e);
    }
  }

  private static <A, R> Result<R> read(
      MethodDescriptor<?, A> method, A answer, Function<A, R> read) {
    try {
      return Result.success(read.apply(answer));
    } catch (IllegalArgumentException | ArithmeticException | ProblemException e) {
      return CommonReason.UNKNOWN.failure(
          method.getFullMethodName()
              + " was answered, but the answer cannot be read: "
              + e.getMessage()
              + "\nMaybe the two programs have different versions.");
    }
  }

  /** A call that neither its caller nor its service cancelled was cut by a process that stopped. */
  private static Problem problem(MethodDescriptor<?, ?> method, StatusRuntimeException e) {
    boolean isCut =
        e.getStatus().getCode() == Status.Code.CANCELLED
            && !Problems.isStated(e.getTrailers())
            && !Context.current().isCancelled()
            && !Thread.currentThread().isInterrupted();
    return isCut
        ? CommonReason.UNAVAILABLE.problem(
            "the other process ended " + method.getFullMethodName() + " before its answer")
        : Problems.fromStatus(e.getStatus(), e.getTrailers());
  }

  private Metadata headers(MethodDescriptor<?, ?> method, CallContext context, int attempt) {
    Metadata headers = CallHeaders.toMetadata(context);
    String above = RepeatedAbove.method();
    if (above != null) {
      headers.put(CallHeaders.REPEATED_BY, above);
    } else if (guard.repeats() && RepeatedAbove.mayRepeat(method)) {
      headers.put(CallHeaders.REPEATED_BY, method.getFullMethodName());
    }
    if (attempt > 1) {
      headers.put(CallHeaders.ATTEMPT, Integer.toString(attempt));
    }
    return headers;
  }

  private Channel withHeaders(Metadata headers) {
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static CallOptions options(Duration remaining) {
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(remaining.toNanos(), TimeUnit.NANOSECONDS);
    return Patience.isAsked() ? options.withWaitForReady() : options;
  }

  private static <R> Result<R> late(MethodDescriptor<?, ?> method) {
    return CommonReason.DEADLINE_EXCEEDED.failure(
        "the deadline had passed before " + method.getFullMethodName() + " was called");
  }
}
