package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import java.util.Set;

/** What the program ends with; part of its contract with scripts. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int FAILURE = 1;
  public static final int USAGE = 2;
  public static final int NOT_FOUND = 3;
  public static final int CONFLICT = 4;
  public static final int REFUSED_FOR_SAFETY = 5;
  public static final int UNAUTHORISED = 6;
  public static final int UNREACHABLE = 7;
  public static final int TIMED_OUT = 8;

  private static final Set<String> SAFETY_CODES =
      Set.of("HALTED", "HALT_FILE", "MODE", "BOOKS_BEHIND", "LIVE_REFUSED", "CLOCK_BEHIND");

  private ExitCode() {}

  /** The code for this problem. */
  public static int of(Problem problem) {
    return SAFETY_CODES.contains(problem.code()) ? REFUSED_FOR_SAFETY : of(problem.kind());
  }

  private static int of(FailureKind kind) {
    return switch (kind) {
      case INVALID_ARGUMENT -> USAGE;
      case NOT_FOUND -> NOT_FOUND;
      case ALREADY_EXISTS, FAILED_PRECONDITION -> CONFLICT;
      case PERMISSION_DENIED -> UNAUTHORISED;
      case UNAVAILABLE -> UNREACHABLE;
      case DEADLINE_EXCEEDED -> TIMED_OUT;
      case RESOURCE_EXHAUSTED, CANCELLED, UNIMPLEMENTED, INTERNAL, UNKNOWN -> FAILURE;
    };
  }

  /** The list for the help text. */
  static String[] help() {
    return new String[] {
      "0:done",
      "1:failed; the message says why",
      "2:the command or a value in it is wrong",
      "3:there is no such thing",
      "4:conflict: something else is as the command assumes",
      "5:refused by a safety rule",
      "6:not authorised",
      "7:a service cannot be reached",
      "8:no answer in time"
    };
  }
}
