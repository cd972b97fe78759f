package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.planning.Certificate;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanStep;
import dev.arduinotrader.planning.TargetGap;
import dev.arduinotrader.planning.model.search.ExactSearch;
import dev.arduinotrader.planning.model.search.Found;
import dev.arduinotrader.planning.model.search.SearchResult;
import dev.arduinotrader.planning.model.search.SearchWatch;
import dev.arduinotrader.portfolio.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the plan: candidates, exact search, and the explanation of what it found. */
public final class Planner {
  private final Snapshot snapshot;
  private final PortfolioState state;
  private final Targets targets;
  private final EndStateScore score;
  private final EndStates endStates;

  private Planner(Snapshot snapshot, PortfolioState state, Targets targets) {
    this.snapshot = snapshot;
    this.state = state;
    this.targets = targets;
    this.score = new EndStateScore(state, targets);
    this.endStates = new EndStates(state, score);
  }

  /**
   * The best plan for a state with a positive total.
   *
   * @param watch sees how far the search is and may end it; the plan then says that it is not
   *     proven
   */
  public static Plan plan(
      Snapshot snapshot, PortfolioState state, Targets targets, SearchWatch watch) {
    return new Planner(snapshot, state, targets).plan(watch);
  }

  /** The plan of an account that has nothing, or less: there is nothing to weigh. */
  public static Plan nothing(Snapshot snapshot, PortfolioState state) {
    String total = Texts.money(state.total(), state.baseCurrency());
    return new Plan(
        PlanHash.of(snapshot.identityHash(), snapshot.marketHash(), List.of()),
        snapshot.snapshotId(),
        snapshot.identityHash(),
        snapshot.marketHash(),
        snapshot.decisionTime(),
        List.of(),
        0,
        0,
        0,
        Money.zero(state.baseCurrency()),
        new Certificate(true, 1, 1, 0, 0, state.policy().planner().depthMax()),
        List.of(),
        List.of(),
        List.of(),
        1,
        "Doing nothing is all that can be done: the total is " + total + ".");
  }

  private Plan plan(SearchWatch watch) {
    CandidateSet candidates = new CandidateBuilder(state, targets).build();
    List<Candidate> all = candidates.choices().stream().flatMap(List::stream).toList();
    double scoreNow = score.now();
    SearchResult result =
        ExactSearch.run(
            new SearchProblems(state, score).of(candidates, targets),
            Alternatives.COUNT + 1,
            watch);
    Found chosen = chosen(result.best().getFirst(), scoreNow);
    List<Candidate> trades = chosen.trades().stream().map(all::get).toList();
    List<PlanStep> steps = new PlanSteps(state, targets, endStates).of(trades);
    double scoreAfter = trades.isEmpty() ? scoreNow : endStates.score(trades);
    Certificate certificate = certificate(result, all.size());
    return new Plan(
        PlanHash.of(snapshot.identityHash(), snapshot.marketHash(), steps),
        snapshot.snapshotId(),
        snapshot.identityHash(),
        snapshot.marketHash(),
        snapshot.decisionTime(),
        steps,
        scoreNow,
        scoreAfter,
        scoreAfter - scoreNow,
        costs(steps),
        certificate,
        new Alternatives(state, scoreNow).of(result.best(), chosen, all),
        candidates.rejected(),
        gaps(),
        targets.completeness(),
        new Narrative(state, targets)
            .of(steps, scoreNow, scoreAfter, certificate, candidates.choices().size()));
  }

  /** The best set when it is worth the trouble, otherwise doing nothing. */
  private Found chosen(Found best, double scoreNow) {
    boolean worth = best.score() - scoreNow > state.policy().planner().improvementMin();
    return worth ? best : new Found(List.of(), scoreNow);
  }

  private Certificate certificate(SearchResult result, int candidates) {
    return new Certificate(
        result.proven(),
        result.examined(),
        result.total(),
        result.gap(),
        candidates,
        state.policy().planner().depthMax());
  }

  private Money costs(List<PlanStep> steps) {
    Money sum = Money.zero(state.baseCurrency());
    for (PlanStep step : steps) {
      sum = sum.plus(step.cost());
    }
    return sum;
  }

  /** Securities with a score and a weight or a target, the largest gap first. */
  private List<TargetGap> gaps() {
    List<TargetGap> gaps = new ArrayList<>();
    for (int i = 0; i < state.assets().size(); i++) {
      Asset asset = state.assets().get(i);
      boolean concerned = asset.isHeld() || targets.weight(i) > 0;
      if (concerned && !Double.isNaN(targets.score(i))) {
        gaps.add(
            new TargetGap(
                asset.isin(), asset.symbol(), asset.weight(), targets.weight(i), targets.score(i)));
      }
    }
    gaps.sort(
        Comparator.comparingDouble(
                (TargetGap gap) -> -Math.abs(gap.weightTarget() - gap.weightNow()))
            .thenComparing(TargetGap::isin));
    return gaps;
  }
}
