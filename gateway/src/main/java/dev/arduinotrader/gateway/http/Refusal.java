package dev.arduinotrader.gateway.http;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;

/** Carries the answer to a refused request up to where it is written. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Problem problem;

  Refusal(int status, Problem problem) {
    super(problem.toString());
    this.status = status;
    this.problem = problem;
  }

  /** A service's problem, with the HTTP status that says the same. */
  static Refusal of(Problem problem) {
    return new Refusal(status(problem.kind()), problem);
  }

  int status() {
    return status;
  }

  Problem problem() {
    return problem;
  }

  private static int status(FailureKind kind) {
    return switch (kind) {
      case INVALID_ARGUMENT -> 400;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, FAILED_PRECONDITION -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case INTERNAL -> 500;
      case UNIMPLEMENTED -> 501;
      // Nobody knows whether it happened: a caller must look before it tries again.
      case UNKNOWN -> 502;
      case UNAVAILABLE, CANCELLED -> 503;
      case DEADLINE_EXCEEDED -> 504;
    };
  }
}
