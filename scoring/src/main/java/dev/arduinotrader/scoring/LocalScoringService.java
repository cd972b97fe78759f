package dev.arduinotrader.scoring;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.platform.event.NoEvents;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.scoring.model.Assessment;
import dev.arduinotrader.scoring.model.HistoryRules;
import dev.arduinotrader.scoring.model.InputsHash;
import dev.arduinotrader.scoring.model.SecurityScorer;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.HistorySummary;
import dev.arduinotrader.universe.SecurityHistory;
import dev.arduinotrader.universe.UniverseService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores from the closes that universe streams, each as it arrives, so that only one history is in
 * memory at a time. Closes are in the security's own quote unit: a score says nothing of
 * currencies.
 */
final class LocalScoringService implements ScoringService {
  private static final int CACHE_ENTRIES_MAX = 4_000;

  private final UniverseService universe;
  private final ScoringSelfCheck selfCheck;
  private final EventSource events = new NoEvents();
  private final ScoreCache cache = new ScoreCache(CACHE_ENTRIES_MAX);

  LocalScoringService(UniverseService universe, TraderClock clock, String version) {
    this.universe = universe;
    this.selfCheck = new ScoringSelfCheck(universe, clock, version);
  }

  @Override
  public Result<SecurityScore> scoreSecurity(CallContext context, ScoreRequest request) {
    return scoreAll(context, List.of(request.isin()), request.parameters())
        .then(outcomes -> outcome(outcomes, request.isin()));
  }

  @Override
  public Result<BatchScores> batchScoreSecurities(CallContext context, BatchScoreRequest request) {
    List<Fault> faults = faults(request.isins());
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    return scoreAll(context, request.isins(), request.parameters())
        .map(outcomes -> inOrder(request.isins(), outcomes));
  }

  private static List<Fault> faults(List<Isin> isins) {
    if (isins.isEmpty() || isins.size() > BatchScoreRequest.ISINS_MAX) {
      return List.of(
          new Fault(
              "isins",
              "expected 1 to %d securities, found %d\nMaybe ask in several calls."
                  .formatted(BatchScoreRequest.ISINS_MAX, isins.size())));
    }
    List<Fault> faults = new ArrayList<>();
    Set<Isin> seen = new HashSet<>();
    for (int i = 0; i < isins.size(); i++) {
      if (!seen.add(isins.get(i))) {
        faults.add(
            new Fault("isins[" + i + "]", "expected each once, found " + isins.get(i) + " again"));
      }
    }
    return faults;
  }

  private Result<Map<Isin, Result<SecurityScore>>> scoreAll(
      CallContext context, List<Isin> isins, ScoringParameters parameters) {
    Map<Isin, Result<SecurityScore>> outcomes = HashMap.newHashMap(isins.size());
    ProgressSink<SecurityHistory> scorer =
        new ProgressSink<>() {
          @Override
          public void send(SecurityHistory history) {
            outcomes.put(history.isin(), score(context, history, parameters));
          }

          @Override
          public boolean isCancelled() {
            return context.deadline().isExpired();
          }
        };
    Result<HistorySummary> fetched =
        universe.getPriceHistories(
            context,
            new HistoryRequest(isins, SecurityScorer.BARS_MAX, null).totalReturn(),
            scorer);
    if (context.deadline().isExpired()) {
      return CommonReason.DEADLINE_EXCEEDED.failure(
          "expected to score %d securities in time, had scored %d of them at the deadline"
              .formatted(isins.size(), outcomes.size()));
    }
    return fetched.map(
        summary -> {
          for (Absent absent : summary.absent()) {
            outcomes.put(Isin.of(absent.key()), ScoringReason.NO_PRICES.failure(absent.reason()));
          }
          return outcomes;
        });
  }

  private Result<SecurityScore> score(
      CallContext context, SecurityHistory history, ScoringParameters parameters) {
    Optional<Problem> refusal = HistoryRules.refusal(history.closes(), context.decisionTime());
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    String hash = InputsHash.of(history.isin(), history.unit(), history.closes(), parameters);
    Optional<Assessment> assessment = assess(hash, history, parameters);
    if (assessment.isEmpty()) {
      return ScoringReason.NOTHING_MEASURABLE.failure(
          "expected closes that move, found none of the figures measurable over %d closes\nMaybe the prices were filled with one value."
              .formatted(history.closes().size()));
    }
    return Result.success(
        new SecurityScore(
            history.isin(),
            assessment.get().total(),
            assessment.get().coverage(),
            assessment.get().groups(),
            context.decisionTime(),
            history.closes().size(),
            hash));
  }

  private Optional<Assessment> assess(
      String hash, SecurityHistory history, ScoringParameters parameters) {
    Optional<Assessment> known = cache.find(hash);
    if (known.isPresent()) {
      return known;
    }
    Optional<Assessment> fresh = SecurityScorer.assess(history.closes(), parameters);
    fresh.ifPresent(assessment -> cache.keep(hash, assessment));
    return fresh;
  }

  private static BatchScores inOrder(List<Isin> isins, Map<Isin, Result<SecurityScore>> outcomes) {
    List<SecurityScore> scores = new ArrayList<>();
    List<Unscored> unscored = new ArrayList<>();
    for (Isin isin : isins) {
      switch (outcome(outcomes, isin)) {
        case Result.Success<SecurityScore>(SecurityScore score) -> scores.add(score);
        case Result.Failure<SecurityScore>(Problem problem) ->
            unscored.add(new Unscored(isin, problem.toString()));
      }
    }
    return new BatchScores(scores, unscored);
  }

  private static Result<SecurityScore> outcome(
      Map<Isin, Result<SecurityScore>> outcomes, Isin isin) {
    Result<SecurityScore> found = outcomes.get(isin);
    return found == null
        ? ScoringReason.NO_PRICES.failure(
            "expected prices of " + isin + " or a reason why not, universe sent neither")
        : found;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return Result.success(selfCheck.run(context));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> sink) {
    return events.watch(context, afterSequence, sink);
  }
}
