package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.TraderService;

/** Scores securities from stored prices; a pure function of those, the parameters and the time. */
public interface ScoringService extends TraderService {
  /** One security; FAILED_PRECONDITION with the reason when its history is too short. */
  Result<SecurityScore> scoreSecurity(CallContext context, ScoreRequest request);

  /** Many securities in one call; those that cannot be scored are named with the reason. */
  Result<BatchScores> batchScoreSecurities(CallContext context, BatchScoreRequest request);
}
