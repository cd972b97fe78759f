package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that shows what a test put in, and remembers what it was told. Jobs end only by {@link
 * #finish}. {@link #failWith} makes every call fail until it is called with null.
 */
public final class FakeGateway implements GatewayService {
  private final List<CallContext> contexts = new ArrayList<>();
  private final List<JobCommand> jobCommands = new ArrayList<>();
  private final List<CycleCommand> cycleCommands = new ArrayList<>();
  private final List<DepositCommand> deposits = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<ArchivedPlan> plans = new ArrayList<>();
  private SystemStatus status;
  private SystemMetrics metrics;
  private Summary portfolio;
  private @Nullable Problem problem;

  /** The sample fund at this instant, with its plan and without jobs. */
  public FakeGateway(Instant now) {
    status = SampleSystem.status(now);
    metrics = SampleSystem.metrics();
    portfolio = SampleFund.summary(now);
    plans.add(SamplePlans.archived(now));
  }

  public synchronized void setStatus(SystemStatus next) {
    status = next;
  }

  public synchronized void setMetrics(SystemMetrics next) {
    metrics = next;
  }

  public synchronized void setPortfolio(Summary next) {
    portfolio = next;
  }

  /** Replaces the archive; newest first. */
  public synchronized void setPlans(List<ArchivedPlan> next) {
    plans.clear();
    plans.addAll(next);
  }

  /** Puts a job in front of the others. */
  public synchronized void addJob(Job job) {
    jobs.addFirst(job);
  }

  /** Ends a running job with success. */
  public synchronized void finish(String jobId, String message, Instant at) {
    jobs.replaceAll(
        job ->
            job.jobId().equals(jobId)
                ? new Job(jobId, job.job(), Job.State.SUCCEEDED, 100, message, job.startedAt(), at)
                : job);
  }

  /** Makes every later call fail; null ends that. */
  public synchronized void failWith(@Nullable Problem next) {
    problem = next;
  }

  /** The contexts of all calls, oldest first. */
  public synchronized List<CallContext> contexts() {
    return List.copyOf(contexts);
  }

  public synchronized List<JobCommand> jobCommands() {
    return List.copyOf(jobCommands);
  }

  public synchronized List<CycleCommand> cycleCommands() {
    return List.copyOf(cycleCommands);
  }

  public synchronized List<DepositCommand> deposits() {
    return List.copyOf(deposits);
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return answer(context, () -> new ServiceHealth(true, "0.1.0", "healthy", "system", List.of()));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return answer(context, () -> Done.DONE);
  }

  @Override
  public Result<SystemStatus> getSystemStatus(CallContext context) {
    return answer(context, () -> status);
  }

  @Override
  public Result<SystemMetrics> getMetrics(CallContext context) {
    return answer(context, () -> metrics);
  }

  @Override
  public synchronized Result<CycleReport> triggerTradingCycle(
      CallContext context, CycleCommand command, ProgressSink<CycleProgress> progress) {
    cycleCommands.add(command);
    progress.send(new CycleProgress(0, "started"));
    progress.send(new CycleProgress(100, "done"));
    return answer(
        context,
        () ->
            new CycleReport(
                "cycle-" + cycleCommands.size(),
                context.decisionTime(),
                context.decisionTime(),
                context.decisionTime(),
                command.dryRun(),
                plans.stream().map(ArchivedPlan::plan).toList(),
                List.of(),
                command.dryRun() ? CycleReport.Outcome.DRY_RUN : CycleReport.Outcome.NOTHING_TO_DO,
                "The fake did nothing."));
  }

  @Override
  public synchronized Result<Summary> processDeposit(CallContext context, DepositCommand command) {
    deposits.add(command);
    return answer(context, () -> portfolio);
  }

  @Override
  public Result<Summary> getPortfolio(CallContext context) {
    return answer(context, () -> portfolio);
  }

  @Override
  public synchronized Result<Job> triggerJob(CallContext context, JobCommand command) {
    jobCommands.add(command);
    return answer(
        context,
        () -> {
          Job job =
              new Job(
                  "job-" + jobCommands.size(),
                  command.job(),
                  Job.State.RUNNING,
                  0,
                  "started",
                  context.decisionTime(),
                  null);
          addJob(job);
          return job;
        });
  }

  @Override
  public synchronized Result<Job> getJobStatus(CallContext context, String jobId) {
    return jobs.stream()
        .filter(job -> job.jobId().equals(jobId))
        .findFirst()
        .map(job -> answer(context, () -> job))
        .orElseGet(() -> GatewayReason.NO_SUCH_JOB.failure("there is no job " + jobId));
  }

  @Override
  public Result<Jobs> listJobs(CallContext context) {
    return answer(context, () -> new Jobs(jobs));
  }

  @Override
  public Result<ArchivedPlans> listPlans(CallContext context, int limit) {
    return answer(context, () -> new ArchivedPlans(plans.stream().limit(limit).toList()));
  }

  private synchronized <T> Result<T> answer(CallContext context, Supplier<T> value) {
    contexts.add(context);
    return problem == null ? Result.success(value.get()) : Result.failure(problem);
  }
}
