package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why certificates cannot be used, or do not suffice. */
public enum TlsReason implements Reason {
  CERTIFICATE_UNUSABLE(
      FailureKind.FAILED_PRECONDITION,
      "The device's certificate, its key or the authority's certificate cannot be used."),
  KEY_EXPOSED(
      FailureKind.FAILED_PRECONDITION, "Others than its owner can read a private key's file."),
  ROLE_MISSING(
      FailureKind.PERMISSION_DENIED,
      "The caller's certificate lacks the role that the call needs."),
  AUTHORITY_EXISTS(FailureKind.ALREADY_EXISTS, "The folder holds a certificate authority already."),
  AUTHORITY_MISSING(FailureKind.NOT_FOUND, "The folder holds no certificate authority."),
  ISSUE_FAILED(
      FailureKind.INTERNAL, "The Java installation's keytool could not make a certificate.");

  private final FailureKind kind;
  private final String meaning;

  TlsReason(FailureKind kind, String meaning) {
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
