package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.contracts.common.GetProcessMetricsRequest;
import dev.arduinotrader.contracts.common.ProcessServiceGrpc;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.figures.ProcessFigures;

/** Asks another process what it tells of itself. */
public final class ProcessClient {
  private final RemoteCalls calls;

  /**
   * @param calls to any port of the process
   */
  public ProcessClient(RemoteCalls calls) {
    this.calls = calls;
  }

  /** Its calls and circuit breakers. */
  public Result<ProcessFigures> figures(CallContext context) {
    return calls.unary(
        ProcessServiceGrpc.getGetProcessMetricsMethod(),
        context,
        GetProcessMetricsRequest.getDefaultInstance(),
        FigureMessages::fromProto);
  }
}
