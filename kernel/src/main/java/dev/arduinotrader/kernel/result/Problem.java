package dev.arduinotrader.kernel.result;

import java.util.List;
import java.util.Objects;

/**
 * Why a call did not give its value.
 *
 * @param kind how it failed
 * @param code the stable reason code, such as {@code BOOKS_BEHIND}
 * @param message what was expected, what was found, where, and the next step
 * @param faults every single thing that was wrong with the input, empty unless the input was
 */
public record Problem(FailureKind kind, String code, String message, List<Fault> faults) {
  public Problem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    faults = List.copyOf(faults);
  }

  /** A refusal of bad input that names every fault. */
  public static Problem invalid(List<Fault> faults) {
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("expected at least one fault, found none");
    }
    StringBuilder text = new StringBuilder();
    for (Fault fault : faults) {
      text.append(text.isEmpty() ? "" : "; ").append(fault);
    }
    return new Problem(
        FailureKind.INVALID_ARGUMENT,
        CommonReason.INVALID_ARGUMENT.name(),
        text.toString(),
        faults);
  }

  /** A refusal of bad input with one fault. */
  public static Problem invalid(String place, String message) {
    return invalid(List.of(new Fault(place, message)));
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
