package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
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

  /**
   * @param channel the one channel to the target
   * @param timeout the configured longest wait for an answer; a caller's earlier deadline wins
   */
  public RemoteCalls(Channel channel, Duration timeout) {
    this(channel, () -> timeout);
  }

  /** The same with a wait that may change, as the configuration does. */
  public RemoteCalls(Channel channel, Supplier<Duration> timeout) {
    this.channel = channel;
    this.timeout = timeout;
  }

  /** One question, one answer; {@code read} turns the message into the domain's value. */
  public <Q, A, R> Result<R> unary(
      MethodDescriptor<Q, A> method, CallContext context, Q request, Function<A, R> read) {
    Duration remaining = context.within(timeout.get()).deadline().remaining();
    if (!remaining.isPositive()) {
      return late(method);
    }
    try {
      A answer =
          ClientCalls.blockingUnaryCall(withHeaders(context), method, options(remaining), request);
      return read(method, answer, read);
    } catch (StatusRuntimeException e) {
      return Result.failure(problem(method, e));
    }
  }

  /**
   * One question, many parts. Each message is either a part or the end.
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
    Duration remaining = context.within(timeout.get()).deadline().remaining();
    if (!remaining.isPositive()) {
      return late(method);
    }
    Context.CancellableContext scope = Context.current().withCancellation();
    Context previous = scope.attach();
    try {
      Iterator<A> answers =
          ClientCalls.blockingServerStreamingCall(
              withHeaders(context), method, options(remaining), request);
      return drain(method, answers, part, sink, end);
    } catch (StatusRuntimeException e) {
      return Result.failure(problem(method, e));
    } finally {
      scope.detach(previous);
      scope.cancel(null);
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

  private Channel withHeaders(CallContext context) {
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(CallHeaders.toMetadata(context)));
  }

  private static CallOptions options(Duration remaining) {
    return CallOptions.DEFAULT.withDeadlineAfter(remaining.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static <R> Result<R> late(MethodDescriptor<?, ?> method) {
    return CommonReason.DEADLINE_EXCEEDED.failure(
        "the deadline had passed before " + method.getFullMethodName() + " was called");
  }
}
