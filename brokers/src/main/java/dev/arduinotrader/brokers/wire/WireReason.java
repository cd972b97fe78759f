package dev.arduinotrader.brokers.wire;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the outside world did not answer usefully. */
public enum WireReason implements Reason {
  WIRE_NOT_SENT(
      FailureKind.UNAVAILABLE, "No connection was made, so the other side never saw the request."),
  WIRE_LOST(
      FailureKind.UNKNOWN,
      "The connection broke after sending; the other side may have acted on the request."),
  WIRE_TIMEOUT(
      FailureKind.UNKNOWN, "No whole answer came in time; the other side may still have acted."),
  WIRE_RATE_LIMITED(FailureKind.RESOURCE_EXHAUSTED, "The other side wants fewer requests."),
  WIRE_AUTH(FailureKind.PERMISSION_DENIED, "The other side refuses the credentials."),
  WIRE_REJECTED(FailureKind.FAILED_PRECONDITION, "The other side understood and refused."),
  WIRE_MALFORMED(
      FailureKind.UNKNOWN, "The answer is not what it should be, such as HTML for JSON."),
  WIRE_UNAVAILABLE(FailureKind.UNAVAILABLE, "The other side says that it cannot answer now."),
  WIRE_INTERRUPTED(FailureKind.CANCELLED, "The caller gave up while the answer was awaited.");

  private final FailureKind kind;
  private final String meaning;

  WireReason(FailureKind kind, String meaning) {
    this.kind = kind;
    this.meaning = meaning;
  }

  @Override
  public FailureKind kind() {
    return kind;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
