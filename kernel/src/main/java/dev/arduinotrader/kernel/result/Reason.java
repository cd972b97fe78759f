package dev.arduinotrader.kernel.result;

import java.util.List;

/** A documented reason for a refusal; implemented by enums, one per service. */
public interface Reason {
  /** The stable code, in capitals; what programs compare. */
  String name();

  /** How the refusal travels. */
  FailureKind kind();

  /** One sentence that explains the code to a person. */
  String meaning();

  /** This reason with the numbers of the case at hand: what was expected, found, and what next. */
  default Problem problem(String message) {
    return new Problem(kind(), name(), message, List.of());
  }

  /** This reason as a failed result. */
  default <T> Result<T> failure(String message) {
    return Result.failure(problem(message));
  }
}
