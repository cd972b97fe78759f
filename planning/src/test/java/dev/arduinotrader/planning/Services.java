package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.FakeOptimization;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.scoring.FakeScoring;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;

/** A planning service between a fake of scoring and a fake of optimization. */
public final class Services {
  public final FakeScoring scoring = new FakeScoring();
  public final FakeOptimization optimization = new FakeOptimization();
  public final PlanningService planning =
      PlanningModule.local(scoring, optimization, new MovedClock(World.NOW), "test");

  /** Sets a security's score and target weight. */
  public Services judge(String symbol, double score, double target) {
    scoring.withScore(World.isin(symbol), score);
    optimization.withWeight(World.isin(symbol), target);
    return this;
  }

  /** Sets a security's score; optimization then decides within the bounds. */
  public Services score(String symbol, double score) {
    scoring.withScore(World.isin(symbol), score);
    return this;
  }

  public Plan plan(World world) {
    return result(world.snapshot()).orElseThrow();
  }

  public Result<Plan> result(Snapshot snapshot) {
    return planning.createPlan(
        Contexts.at(snapshot.decisionTime()), new PlanRequest(snapshot), ProgressSink.ignoring());
  }
}
