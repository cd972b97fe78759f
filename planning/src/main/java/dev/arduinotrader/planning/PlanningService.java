package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.TraderService;

/** Makes plans; a pure function of the snapshot and of what scoring and optimization answer. */
public interface PlanningService extends TraderService {
  /**
   * Makes the best plan for a snapshot; progress streams meanwhile. The same snapshot twice: one.
   */
  Result<Plan> createPlan(
      CallContext context, PlanRequest request, ProgressSink<PlanProgress> progress);

  /** A finished plan from the cache by its own hash; NOT_FOUND when the cache has lost it. */
  Result<Plan> getPlan(CallContext context, String planHash);

  /** The best plan made for a snapshot identity; NOT_FOUND when there is none in the cache. */
  Result<Plan> getBestResult(CallContext context, String identityHash);

  /** The plans in the cache, newest first. */
  Result<PlanList> listPlans(CallContext context, int limit);
}
