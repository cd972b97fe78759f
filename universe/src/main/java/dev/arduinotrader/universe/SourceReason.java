package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why a source gave nothing that can be stored. */
public enum SourceReason implements Reason {
  SOURCE_NO_SYMBOL(
      FailureKind.NOT_FOUND, "Nobody knows how the source calls the security, and none guesses."),
  SOURCE_NO_DATA(FailureKind.NOT_FOUND, "The source has nothing about the security."),
  SOURCE_OTHER_UNIT(
      FailureKind.FAILED_PRECONDITION,
      "The source counts in another currency or unit than the security is quoted in."),
  SOURCE_RESTING(
      FailureKind.UNAVAILABLE, "The source failed too often in a row and is left alone a while."),
  SOURCE_TIMEOUT(FailureKind.DEADLINE_EXCEEDED, "The source gave no whole answer in time."),
  SOURCE_BROKEN(FailureKind.UNKNOWN, "The source's answer could not be understood."),
  SOURCE_BAD_VALUE(FailureKind.FAILED_PRECONDITION, "The source gave a value that cannot be true."),
  SOURCE_RESTATED(
      FailureKind.FAILED_PRECONDITION, "The source's past differs from what it gave before."),
  SOURCE_CANNOT(FailureKind.UNIMPLEMENTED, "The source does not offer that."),
  SOURCE_UNKNOWN(FailureKind.NOT_FOUND, "No source of this name is configured."),
  SOURCES_CHANGED(
      FailureKind.FAILED_PRECONDITION, "The list of sources changed since it was read.");

  private final FailureKind kind;
  private final String meaning;

  SourceReason(FailureKind kind, String meaning) {
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
