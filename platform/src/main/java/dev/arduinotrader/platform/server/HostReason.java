package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Reason;

/** Why the gRPC ports could not be opened. */
public enum HostReason implements Reason {
  PORT_TAKEN(FailureKind.FAILED_PRECONDITION, "Another program has the port."),
  ADDRESS_UNUSABLE(FailureKind.FAILED_PRECONDITION, "This device cannot listen on the address.");

  private final FailureKind kind;
  private final String meaning;

  HostReason(FailureKind kind, String meaning) {
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
