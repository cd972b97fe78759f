package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.portfolio.Summary;

/** Runs trading cycles, keeps every plan, and shows the whole system. */
public interface GatewayService extends TraderService {
  /** Every service with its placement, health and version, and how the account stands. */
  Result<SystemStatus> getSystemStatus(CallContext context);

  /** Calls of every service: all seven keys, always. */
  Result<SystemMetrics> getMetrics(CallContext context);

  /**
   * Runs one trading cycle for the context's account: reconcile, snapshot, plan, gates, step 1, and
   * again, until nothing is left to do. Two at once for one account: the second is refused with
   * CYCLE_RUNNING. Idempotent by command id.
   */
  Result<CycleReport> triggerTradingCycle(
      CallContext context, CycleCommand command, ProgressSink<CycleProgress> progress);

  /** Pays money in at the paper broker and waits until the books have it. */
  Result<Summary> processDeposit(CallContext context, DepositCommand command);

  /** The portfolio at the decision time, with open orders and their reservations. */
  Result<Summary> getPortfolio(CallContext context);

  /** Starts a job in the background; planner-batch plans and never trades. */
  Result<Job> triggerJob(CallContext context, JobCommand command);

  /** A job by its id; NOT_FOUND when there is none. */
  Result<Job> getJobStatus(CallContext context, String jobId);

  /** Jobs, newest first. */
  Result<Jobs> listJobs(CallContext context);

  /** The archive of the account's plans, newest first. */
  Result<ArchivedPlans> listPlans(CallContext context, int limit);
}
