package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers the scores that a test set. A security without one is unscored, as the real service does;
 * {@link #failWith} makes every call fail until it is called with null.
 */
public final class FakeScoring implements ScoringService {
  private final Map<Isin, Double> totals = new LinkedHashMap<>();
  private final Map<Isin, String> unscored = new LinkedHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private @Nullable Problem problem;

  /** Sets the total score of a security, 0 to 1; its coverage is 1. */
  public synchronized FakeScoring withScore(Isin isin, double total) {
    totals.put(isin, total);
    return this;
  }

  /** Makes a security unscored for this reason. */
  public synchronized FakeScoring withUnscored(Isin isin, String reason) {
    unscored.put(isin, reason);
    return this;
  }

  /** Makes every later call fail; null ends that. */
  public synchronized void failWith(@Nullable Problem next) {
    problem = next;
  }

  /** How many calls for scores came in. */
  public int calls() {
    return calls.get();
  }

  @Override
  public synchronized Result<SecurityScore> scoreSecurity(
      CallContext context, ScoreRequest request) {
    calls.incrementAndGet();
    if (problem != null) {
      return Result.failure(problem);
    }
    Double total = totals.get(request.isin());
    return total == null
        ? ScoringReason.NO_PRICES.failure(reason(request.isin()))
        : Result.success(score(context, request.isin(), total, request.parameters()));
  }

  @Override
  public synchronized Result<BatchScores> batchScoreSecurities(
      CallContext context, BatchScoreRequest request) {
    calls.incrementAndGet();
    if (problem != null) {
      return Result.failure(problem);
    }
    List<SecurityScore> scores = new ArrayList<>();
    List<Unscored> missing = new ArrayList<>();
    for (Isin isin : request.isins()) {
      Double total = totals.get(isin);
      if (total == null) {
        missing.add(new Unscored(isin, reason(isin)));
      } else {
        scores.add(score(context, isin, total, request.parameters()));
      }
    }
    return Result.success(new BatchScores(scores, missing));
  }

  private String reason(Isin isin) {
    return unscored.getOrDefault(isin, "the test set no score for " + isin);
  }

  private static SecurityScore score(
      CallContext context, Isin isin, double total, ScoringParameters parameters) {
    GroupScore group =
        new GroupScore(
            "long_term",
            parameters.longTermWeight(),
            total,
            1,
            List.of(new PartScore("sharpe", 1, total, total)));
    return new SecurityScore(
        isin, total, 1, List.of(group), context.decisionTime(), 504, "fake-" + isin + "-" + total);
  }

  @Override
  public synchronized Result<ServiceHealth> healthCheck(CallContext context) {
    if (problem != null) {
      return Result.failure(problem);
    }
    return Result.success(
        new ServiceHealth(
            true,
            "fake",
            "a fake that answers what a test set",
            "test",
            List.of(new ServiceHealth.Check("fake", true, "always well"))));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return Result.success(Done.DONE);
  }
}
