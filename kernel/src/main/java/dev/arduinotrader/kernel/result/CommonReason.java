package dev.arduinotrader.kernel.result;

/** Reasons that any call can have, whatever the service. */
public enum CommonReason implements Reason {
  INVALID_ARGUMENT(FailureKind.INVALID_ARGUMENT, "The request breaks its contract."),
  ACCOUNT_MISSING(FailureKind.INVALID_ARGUMENT, "The call concerns an account but names none."),
  NOT_FOUND(FailureKind.NOT_FOUND, "The thing asked for does not exist."),
  COMMAND_REUSED(
      FailureKind.ALREADY_EXISTS, "The command id was used before with another content."),
  DEADLINE_EXCEEDED(FailureKind.DEADLINE_EXCEEDED, "The answer did not come in time."),
  CANCELLED(FailureKind.CANCELLED, "The caller gave up."),
  OVERLOADED(FailureKind.RESOURCE_EXHAUSTED, "The service works on its maximum of calls."),
  UNAVAILABLE(FailureKind.UNAVAILABLE, "The service cannot be reached."),
  PERMISSION_DENIED(FailureKind.PERMISSION_DENIED, "The caller may not do this."),
  UNIMPLEMENTED(FailureKind.UNIMPLEMENTED, "The method is declared but does not exist yet."),
  INTERNAL(FailureKind.INTERNAL, "A fault of the program; its log has the details."),
  UNKNOWN(FailureKind.UNKNOWN, "The outcome is not known.");

  private final FailureKind kind;
  private final String meaning;

  CommonReason(FailureKind kind, String meaning) {
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
