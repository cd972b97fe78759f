package dev.arduinotrader.brokers.wire;

import dev.arduinotrader.kernel.result.Result;

/** Sends one request and gives the answer, whatever its status. */
@FunctionalInterface
public interface Wire {
  /**
   * Blocks until the whole answer is there; fails with WIRE_NOT_SENT, WIRE_LOST, WIRE_TIMEOUT,
   * WIRE_MALFORMED (too large) or WIRE_INTERRUPTED.
   */
  Result<WireReply> send(WireRequest request);
}
