package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Answers;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers calls of other processes: reads the request, asks the service, writes the outcome. */
public final class ServerCalls {
  private static final Problem STOPPING =
      CommonReason.UNAVAILABLE.problem(
          "the stream was ended because the process stops\nMaybe ask again in a moment.");
  private static final Problem LATE =
      CommonReason.DEADLINE_EXCEEDED.problem("the stream was not complete within its deadline");
  private static final long READY_LOOK_UP_NANOS = 200_000;

  /** A service's method with a streamed answer. */
  @FunctionalInterface
  public interface Streaming<Q, U, R> {
    Result<R> call(CallContext context, Q request, ProgressSink<U> sink);
  }

  private ServerCalls() {}

  /** The context of the call being answered; there is one in every handler. */
  public static CallContext context() {
    return ContextInterceptor.current();
  }

  /** The context, which must name an account; throws the refusal otherwise. */
  public static CallContext accountContext() {
    CallContext context = context();
    if (context.account().equals(AccountId.SHARED)) {
      throw new ProblemException(
          CommonReason.ACCOUNT_MISSING.problem(
              "expected the account in the metadata x-account-id, found none"));
    }
    return context;
  }

  /** Answers with one message. {@code read} may throw {@link ProblemException} for bad input. */
  public static <M, Q, R, A> void unary(
      StreamObserver<A> observer,
      M message,
      Function<M, Q> read,
      BiFunction<CallContext, Q, Result<R>> call,
      Function<R, A> write) {
    tolerateDeparture(observer);
    CallContext context = context();
    switch (Answers.of(
        context.requestId(), () -> call.apply(context, read.apply(message)).map(write))) {
      case Result.Success<A>(A answer) -> {
        observer.onNext(answer);
        observer.onCompleted();
      }
      case Result.Failure<A>(Problem problem) -> observer.onError(Problems.toStatus(problem));
    }
  }

  /** Answers with parts and then the final message. */
  public static <M, Q, U, R, A> void stream(
      StreamObserver<A> observer,
      M message,
      Function<M, Q> read,
      Streaming<Q, U, R> call,
      Function<U, A> part,
      Function<R, A> end) {
    tolerateDeparture(observer);
    CallContext context = context();
    ProgressSink<U> sink = sink(observer, part, context.deadline());
    switch (Answers.of(
        context.requestId(), () -> call.call(context, read.apply(message), sink).map(end))) {
      case Result.Success<A>(A last) -> {
        if (sink.isCancelled()) {
          observer.onError(Problems.toStatus(context.deadline().isExpired() ? LATE : STOPPING));
        } else {
          observer.onNext(last);
          observer.onCompleted();
        }
      }
      case Result.Failure<A>(Problem problem) -> observer.onError(Problems.toStatus(problem));
    }
  }

  /** Answering a caller who has gone is without effect, instead of an exception. */
  private static <A> void tolerateDeparture(StreamObserver<A> observer) {
    ((ServerCallStreamObserver<A>) observer).setOnCancelHandler(() -> {});
  }

  private static <U, A> ProgressSink<U> sink(
      StreamObserver<A> observer, Function<U, A> part, Deadline deadline) {
    ServerCallStreamObserver<A> out = (ServerCallStreamObserver<A>) observer;
    Context scope = Context.current();
    ReentrantLock oneAtATime = new ReentrantLock();
    return new ProgressSink<>() {
      @Override
      public void send(U update) {
        oneAtATime.lock();
        try {
          while (!out.isReady() && !isCancelled()) {
            LockSupport.parkNanos(READY_LOOK_UP_NANOS);
          }
          if (!isCancelled()) {
            out.onNext(part.apply(update));
          }
        } finally {
          oneAtATime.unlock();
        }
      }

      @Override
      public boolean isCancelled() {
        return out.isCancelled() || scope.isCancelled() || deadline.isExpired();
      }
    };
  }
}
