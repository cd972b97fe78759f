package dev.arduinotrader.kernel.result;

import java.util.Objects;
import java.util.function.Function;

/**
 * The outcome of a call: the value, or the problem that stood in its way.
 *
 * @param <T> what the call gives when it succeeds
 */
public sealed interface Result<T> {
  /** The call did what was asked. */
  record Success<T>(T value) implements Result<T> {
    public Success {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The call did not; the problem says why. */
  record Failure<T>(Problem problem) implements Result<T> {
    public Failure {
      Objects.requireNonNull(problem, "problem");
    }
  }

  static <T> Result<T> success(T value) {
    return new Success<>(value);
  }

  static <T> Result<T> failure(Problem problem) {
    return new Failure<>(problem);
  }

  /** The same outcome with the value replaced; a failure stays as it is. */
  default <R> Result<R> map(Function<? super T, ? extends R> mapper) {
    return switch (this) {
      case Success<T>(T value) -> success(mapper.apply(value));
      case Failure<T>(Problem problem) -> failure(problem);
    };
  }

  /** The outcome of a second step that needs the first one's value. */
  default <R> Result<R> then(Function<? super T, Result<R>> next) {
    return switch (this) {
      case Success<T>(T value) -> next.apply(value);
      case Failure<T>(Problem problem) -> failure(problem);
    };
  }

  default boolean isSuccess() {
    return this instanceof Success<T>;
  }

  /** The value; throws {@link ProblemException} on a failure. For code that cannot go on. */
  default T orElseThrow() {
    return switch (this) {
      case Success<T>(T value) -> value;
      case Failure<T>(Problem problem) -> throw new ProblemException(problem);
    };
  }

  /** The problem; throws when there is none. Mostly for tests. */
  default Problem problemOrThrow() {
    return switch (this) {
      case Success<T>(T value) ->
          throw new IllegalStateException("expected a failure, found the value " + value);
      case Failure<T>(Problem problem) -> problem;
    };
  }
}
