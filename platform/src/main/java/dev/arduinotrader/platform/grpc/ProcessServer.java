package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.contracts.common.GetProcessMetricsRequest;
import dev.arduinotrader.contracts.common.GetProcessMetricsResponse;
import dev.arduinotrader.contracts.common.ProcessServiceGrpc;
import dev.arduinotrader.platform.figures.ProcessFigures;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** Answers what a process tells of itself, on every one of its ports. */
public final class ProcessServer extends ProcessServiceGrpc.ProcessServiceImplBase {
  private final Supplier<ProcessFigures> figures;

  public ProcessServer(Supplier<ProcessFigures> figures) {
    this.figures = figures;
  }

  @Override
  public void getProcessMetrics(
      GetProcessMetricsRequest request, StreamObserver<GetProcessMetricsResponse> observer) {
    observer.onNext(FigureMessages.toProto(figures.get()));
    observer.onCompleted();
  }
}
