package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.grpc.Problems;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusException;

/** Ends calls that are not let through to their service. */
final class Refusals {
  private Refusals() {}

  static <Q> ServerCall.Listener<Q> refuse(ServerCall<Q, ?> call, Problem problem) {
    StatusException status = Problems.toStatus(problem);
    Metadata trailers = status.getTrailers();
    call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    return new ServerCall.Listener<>() {};
  }
}
