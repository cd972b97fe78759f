package dev.arduinotrader.kernel.result;

/** The closed list of ways in which a call can fail; each has one counterpart on the wire. */
public enum FailureKind {
  INVALID_ARGUMENT,
  NOT_FOUND,
  ALREADY_EXISTS,
  FAILED_PRECONDITION,
  PERMISSION_DENIED,
  RESOURCE_EXHAUSTED,
  DEADLINE_EXCEEDED,
  CANCELLED,
  UNAVAILABLE,
  UNIMPLEMENTED,
  INTERNAL,
  /** Nothing is known of the outcome: the work may or may not have happened. */
  UNKNOWN
}
