package dev.arduinotrader.scoring.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.scoring.ScoringServiceGrpc;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.scoring.BatchScoreRequest;
import dev.arduinotrader.scoring.BatchScores;
import dev.arduinotrader.scoring.ScoreRequest;
import dev.arduinotrader.scoring.ScoringService;
import dev.arduinotrader.scoring.SecurityScore;
import java.util.Optional;

/** A scoring service in another process. */
public final class GrpcScoringClient implements ScoringService {
  private final RemoteCalls calls;

  public GrpcScoringClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<SecurityScore> scoreSecurity(CallContext context, ScoreRequest request) {
    return calls.unary(
        ScoringServiceGrpc.getScoreSecurityMethod(),
        context,
        ScoringMessages.toProto(request),
        ScoringMessages::score);
  }

  @Override
  public Result<BatchScores> batchScoreSecurities(CallContext context, BatchScoreRequest request) {
    return calls.unary(
        ScoringServiceGrpc.getBatchScoreSecuritiesMethod(),
        context,
        ScoringMessages.toProto(request),
        ScoringMessages::scores);
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        ScoringServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        ScoringServiceGrpc.getWatchEventsMethod(),
        context,
        WatchEventsRequest.newBuilder().setAfterSequence(afterSequence).build(),
        message ->
            message.hasEvent()
                ? Optional.of(CommonMessages.event(message.getEvent()))
                : Optional.empty(),
        events,
        message -> Done.DONE);
  }
}
