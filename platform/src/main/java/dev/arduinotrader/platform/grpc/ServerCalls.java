package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls of other processes: reads the request, asks the service, writes the outcome. */
public final class ServerCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ServerCalls.class);

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
    switch (answer(() -> call.apply(context(), read.apply(message)))) {
      case Result.Success<R>(R value) -> {
        observer.onNext(write.apply(value));
        observer.onCompleted();
      }
      case Result.Failure<R>(Problem problem) -> observer.onError(Problems.toStatus(problem));
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
    ProgressSink<U> sink = sink(observer, part);
    switch (answer(() -> call.call(context(), read.apply(message), sink))) {
      case Result.Success<R>(R value) -> {
        if (!sink.isCancelled()) {
          observer.onNext(end.apply(value));
          observer.onCompleted();
        }
      }
      case Result.Failure<R>(Problem problem) -> observer.onError(Problems.toStatus(problem));
    }
  }

  private static <R> Result<R> answer(java.util.function.Supplier<Result<R>> call) {
    try {
      return call.get();
    } catch (ProblemException e) {
      return Result.failure(e.problem());
    } catch (RuntimeException e) {
      LOG.error("a call failed with a fault of the program", e);
      return CommonReason.INTERNAL.failure(
          "the service met a fault of its own (" + e.getClass().getSimpleName() + "); see its log");
    }
  }

  private static <U, A> ProgressSink<U> sink(StreamObserver<A> observer, Function<U, A> part) {
    ServerCallStreamObserver<A> out = (ServerCallStreamObserver<A>) observer;
    Context scope = Context.current();
    return new ProgressSink<>() {
      @Override
      public void send(U update) {
        while (!out.isReady() && !isCancelled()) {
          LockSupport.parkNanos(200_000);
        }
        if (!isCancelled()) {
          out.onNext(part.apply(update));
        }
      }

      @Override
      public boolean isCancelled() {
        return out.isCancelled() || scope.isCancelled();
      }
    };
  }
}
