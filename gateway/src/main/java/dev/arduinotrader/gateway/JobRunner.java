package dev.arduinotrader.gateway;

import dev.arduinotrader.gateway.store.GatewayStore;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.grpc.Patience;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs jobs in the background and keeps how they went. */
final class JobRunner implements AutoCloseable {
  /** Plans and never trades. */
  static final String PLANNER_BATCH = "planner-batch";

  /** A whole cycle, as the schedule runs it. */
  static final String TRADING_CYCLE = "trading-cycle";

  private static final Duration JOB_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
  private static final int JOBS_LISTED = 100;

  private final CycleRunner cycles;
  private final GatewayStore store;
  private final TraderClock clock;
  private final Ids ids;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  JobRunner(CycleRunner cycles, GatewayStore store, TraderClock clock, Ids ids) {
    this.cycles = cycles;
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    store.failRunningJobs(clock.now(), "cut off by a stop");
  }

  Result<Job> trigger(CallContext context, JobCommand command) {
    if (!List.of(PLANNER_BATCH, TRADING_CYCLE).contains(command.job())) {
      return GatewayReason.NO_SUCH_JOB.failure(
          "expected the job planner-batch or trading-cycle, found " + command.job());
    }
    Job job =
        new Job(
            "job-" + ids.next(), command.job(), Job.State.RUNNING, 0, "started", clock.now(), null);
    if (!store.addJob(command.commandId(), job)) {
      return Result.success(store.jobOf(command.commandId()).orElseThrow());
    }
    Runnable work = () -> run(context, command, job);
    threads.execute(command.job().equals(PLANNER_BATCH) ? () -> Patience.during(work) : work);
    return Result.success(job);
  }

  Result<Job> status(String jobId) {
    return store
        .job(jobId)
        .map(Result::success)
        .orElseGet(() -> GatewayReason.NO_SUCH_JOB.failure("there is no job " + jobId));
  }

  Result<Jobs> list() {
    return Result.success(new Jobs(store.jobs(JOBS_LISTED)));
  }

  private void run(CallContext context, JobCommand command, Job job) {
    CallContext own =
        new CallContext(
            context.account(),
            context.actor(),
            context.requestId(),
            Deadline.after(JOB_TIMEOUT),
            context.decisionTime());
    CycleCommand cycle =
        new CycleCommand(
            new CommandId(command.commandId().value() + "-cycle"),
            command.job().equals(PLANNER_BATCH));
    Result<CycleReport> outcome =
        cycles.run(
            own,
            cycle,
            progress ->
                store.updateJob(
                    at(job, Job.State.RUNNING, progress.percent(), progress.step(), false)));
    store.updateJob(
        switch (outcome) {
          case Result.Success<CycleReport>(CycleReport report) ->
              at(
                  job,
                  report.outcome() == CycleReport.Outcome.FAILED
                      ? Job.State.FAILED
                      : Job.State.SUCCEEDED,
                  100,
                  report.message(),
                  true);
          case Result.Failure<CycleReport>(Problem problem) ->
              at(job, Job.State.FAILED, 100, problem.toString(), true);
        });
  }

  private Job at(Job job, Job.State state, int percent, String message, boolean finished) {
    return new Job(
        job.jobId(),
        job.job(),
        state,
        percent,
        message,
        job.startedAt(),
        finished ? clock.now() : null);
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
