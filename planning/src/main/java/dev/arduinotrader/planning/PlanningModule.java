package dev.arduinotrader.planning;

import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.scoring.ScoringService;

/** Builds the planning service, its server and its client; all that a composition root needs. */
public final class PlanningModule {
  private PlanningModule() {}

  /**
   * The service itself, to be wrapped by the platform's guard. It has no store: its cache of plans
   * is bounded, in memory and safe to lose.
   *
   * @param clock named in the health check; plans use the snapshot's decision time only
   * @param version of the running program
   */
  public static PlanningService local(
      ScoringService scoring, OptimizationService optimization, TraderClock clock, String version) {
    return new LocalPlanningService(scoring, optimization, clock, version);
  }
}
