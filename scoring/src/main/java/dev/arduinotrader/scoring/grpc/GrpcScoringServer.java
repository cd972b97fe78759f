package dev.arduinotrader.scoring.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.scoring.BatchScoreSecuritiesRequest;
import dev.arduinotrader.contracts.scoring.BatchScoreSecuritiesResponse;
import dev.arduinotrader.contracts.scoring.ScoreSecurityRequest;
import dev.arduinotrader.contracts.scoring.ScoreSecurityResponse;
import dev.arduinotrader.contracts.scoring.ScoringServiceGrpc;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import dev.arduinotrader.scoring.ScoringService;
import io.grpc.stub.StreamObserver;

/** Answers scoring's calls from other processes. */
public final class GrpcScoringServer extends ScoringServiceGrpc.ScoringServiceImplBase {
  private final ScoringService service;

  public GrpcScoringServer(ScoringService service) {
    this.service = service;
  }

  @Override
  public void scoreSecurity(
      ScoreSecurityRequest request, StreamObserver<ScoreSecurityResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        ScoringMessages::request,
        service::scoreSecurity,
        ScoringMessages::toResponse);
  }

  @Override
  public void batchScoreSecurities(
      BatchScoreSecuritiesRequest request, StreamObserver<BatchScoreSecuritiesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        ScoringMessages::request,
        service::batchScoreSecurities,
        ScoringMessages::toProto);
  }

  @Override
  public void healthCheck(
      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.healthCheck(context),
        CommonMessages::toProto);
  }

  @Override
  public void watchEvents(
      WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        WatchEventsRequest::getAfterSequence,
        service::watchEvents,
        CommonMessages::toProto,
        done -> WatchEventsResponse.getDefaultInstance());
  }
}
