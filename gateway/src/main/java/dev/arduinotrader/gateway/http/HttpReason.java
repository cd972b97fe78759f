package dev.arduinotrader.gateway.http;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the HTTP door does not open, or does not let a request in. */
public enum HttpReason implements Reason {
  PORT_TAKEN(FailureKind.FAILED_PRECONDITION, 409, "Another program has the port."),
  ADDRESS_UNUSABLE(
      FailureKind.FAILED_PRECONDITION, 409, "This device cannot listen on the address."),
  TOKEN_FILE_UNUSABLE(
      FailureKind.UNAVAILABLE, 503, "The file with the token cannot be read or made."),
  HOST_NOT_ALLOWED(
      FailureKind.PERMISSION_DENIED, 403, "The Host header names a host that is not ours."),
  ORIGIN_NOT_ALLOWED(
      FailureKind.PERMISSION_DENIED, 403, "The request was made by a page of another site."),
  NOT_JSON(FailureKind.INVALID_ARGUMENT, 415, "The content type is not application/json."),
  TOKEN_MISSING(
      FailureKind.PERMISSION_DENIED, 401, "The request changes something, without token."),
  TOKEN_WRONG(FailureKind.PERMISSION_DENIED, 401, "The token is not the one in the token file."),
  ROLE_MISSING(
      FailureKind.PERMISSION_DENIED, 403, "The caller's certificate has not the role owner."),
  BODY_TOO_LARGE(FailureKind.INVALID_ARGUMENT, 413, "The body is larger than any we expect."),
  NO_SUCH_ROUTE(FailureKind.NOT_FOUND, 404, "There is nothing at this path for this method."),
  NO_PLAN_YET(FailureKind.NOT_FOUND, 404, "No plan has been made for the account."),
  STOPPING(FailureKind.UNAVAILABLE, 503, "The program is being stopped.");

  private final FailureKind kind;
  private final int status;
  private final String meaning;

  HttpReason(FailureKind kind, int status, String meaning) {
    this.kind = kind;
    this.status = status;
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

  /** The refusal of one request, with the numbers of the case at hand. */
  Refusal refusal(String message) {
    return new Refusal(status, problem(message));
  }
}
