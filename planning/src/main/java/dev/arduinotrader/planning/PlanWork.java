package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.CovarianceEstimator;
import dev.arduinotrader.optimization.OptimizationParameters;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.planning.model.LeftOut;
import dev.arduinotrader.planning.model.Planner;
import dev.arduinotrader.planning.model.PortfolioState;
import dev.arduinotrader.planning.model.Scores;
import dev.arduinotrader.planning.model.StateCompiler;
import dev.arduinotrader.planning.model.TargetQuestion;
import dev.arduinotrader.planning.model.Targets;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.scoring.BatchScoreRequest;
import dev.arduinotrader.scoring.BatchScores;
import dev.arduinotrader.scoring.ScoringParameters;
import dev.arduinotrader.scoring.ScoringService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes one plan: compile the snapshot, score, optimise, search. The first step that fails is the
 * answer; nothing is planned around it.
 */
final class PlanWork {
  private static final int SCORING_DONE = 30;
  private static final int OPTIMISED = 60;
  private static final int SEARCHED = 99;

  /** Optimization is asked again without what {@link LeftOut} names, so often at most. */
  private static final int QUESTIONS_MAX = 4;

  /** Kept of the deadline to send the best plan found until then. */
  private static final Duration ANSWER_TIME = Duration.ofMillis(250);

  private final ScoringService scoring;
  private final OptimizationService optimization;
  private final Snapshot snapshot;
  private final CallContext context;
  private final PlanFlight flight;

  PlanWork(
      ScoringService scoring,
      OptimizationService optimization,
      Snapshot snapshot,
      CallContext context,
      PlanFlight flight) {
    this.scoring = scoring;
    this.optimization = optimization;
    this.snapshot = snapshot;
    this.context = context.withDecisionTime(snapshot.decisionTime());
    this.flight = flight;
  }

  Result<Plan> run() {
    return StateCompiler.compile(snapshot)
        .then(
            state ->
                state.hasValue() ? plan(state) : Result.success(Planner.nothing(snapshot, state)));
  }

  private Result<Plan> plan(PortfolioState state) {
    return scores(state)
        .then(scores -> targets(state, scores))
        .map(targets -> search(state, targets));
  }

  private InvestmentPolicy policy() {
    return snapshot.policy().policy();
  }

  private Result<Scores> scores(PortfolioState state) {
    List<Isin> isins = TargetQuestion.scorable(state);
    List<BatchScores> answers = new ArrayList<>();
    for (int from = 0; from < isins.size(); from += BatchScoreRequest.ISINS_MAX) {
      int to = Math.min(isins.size(), from + BatchScoreRequest.ISINS_MAX);
      flight.report(
          SCORING_DONE * from / isins.size(), "scoring %d securities".formatted(isins.size()));
      BatchScoreRequest request =
          new BatchScoreRequest(isins.subList(from, to), scoringParameters());
      switch (scoring.batchScoreSecurities(context, request)) {
        case Result.Success<BatchScores>(BatchScores answer) -> answers.add(answer);
        case Result.Failure<BatchScores>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Scores.of(answers);
  }

  private ScoringParameters scoringParameters() {
    InvestmentPolicy.Scoring wanted = policy().scoring();
    return new ScoringParameters(
        wanted.targetAnnualReturn(),
        wanted.longTermWeight(),
        wanted.shortTermWeight(),
        wanted.technicalsWeight());
  }

  private Result<Targets> targets(PortfolioState state, Scores scores) {
    LeftOut leftOut = LeftOut.nothing();
    for (int asked = 1; ; asked++) {
      Result<TargetQuestion> question = TargetQuestion.of(state, scores, leftOut);
      Result<Allocation> answer = question.then(this::allocation);
      LeftOut next = leftOut.after(state, answer);
      if (next == leftOut || asked == QUESTIONS_MAX) {
        LeftOut last = leftOut;
        return answer.then(
            allocation -> Targets.of(state, scores, question.orElseThrow(), allocation, last));
      }
      leftOut = next;
    }
  }

  private Result<Allocation> allocation(TargetQuestion question) {
    flight.report(SCORING_DONE, "optimising %d securities".formatted(question.bounds().size()));
    InvestmentPolicy.Optimizer wanted = policy().optimizer();
    return optimization.optimizeAllocation(
        context,
        new AllocationRequest(
            question.bounds(),
            snapshot.baseCurrency(),
            question.investedWeight(),
            new OptimizationParameters(
                wanted.blend(),
                wanted.historyBars(),
                CovarianceEstimator.valueOf(wanted.estimator())),
            question.groups()));
  }

  private Plan search(PortfolioState state, Targets targets) {
    flight.report(OPTIMISED, "searching");
    return Planner.plan(
        snapshot,
        state,
        targets,
        (examined, share) -> {
          int percent = OPTIMISED + (int) ((SEARCHED - OPTIMISED) * share);
          flight.report(
              percent, String.format(Locale.ROOT, "searching: %,d sets examined", examined));
          boolean late = context.deadline().remaining().compareTo(ANSWER_TIME) < 0;
          return !late && !flight.isAbandoned();
        });
  }
}
