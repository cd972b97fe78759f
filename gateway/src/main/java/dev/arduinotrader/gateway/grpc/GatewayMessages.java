package dev.arduinotrader.gateway.grpc;

import dev.arduinotrader.contracts.gateway.CycleOutcome;
import dev.arduinotrader.contracts.gateway.JobState;
import dev.arduinotrader.contracts.gateway.ListJobsResponse;
import dev.arduinotrader.contracts.gateway.ListPlansResponse;
import dev.arduinotrader.contracts.gateway.ProcessDepositRequest;
import dev.arduinotrader.contracts.gateway.TriggerJobRequest;
import dev.arduinotrader.contracts.gateway.TriggerTradingCycleRequest;
import dev.arduinotrader.contracts.gateway.TriggerTradingCycleResponse;
import dev.arduinotrader.gateway.ArchivedPlan;
import dev.arduinotrader.gateway.ArchivedPlans;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.CycleProgress;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.JobCommand;
import dev.arduinotrader.gateway.Jobs;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.planning.grpc.PlanMessages;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.trading.grpc.TradeMessages;
import java.util.Objects;
import java.util.Optional;

/** The gateway's messages and records, both ways. */
final class GatewayMessages {
  private GatewayMessages() {}

  static TriggerTradingCycleRequest toProto(CycleCommand command) {
    return TriggerTradingCycleRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setDryRun(command.dryRun())
        .build();
  }

  static CycleCommand fromProto(TriggerTradingCycleRequest message) {
    FieldReader fields = new FieldReader();
    CommandId command = fields.command("command_id", message.getCommandId());
    return fields.build(
        () -> new CycleCommand(Objects.requireNonNull(command), message.getDryRun()));
  }

  static TriggerTradingCycleResponse part(CycleProgress progress) {
    return TriggerTradingCycleResponse.newBuilder()
        .setProgress(
            dev.arduinotrader.contracts.gateway.CycleProgress.newBuilder()
                .setPercent(progress.percent())
                .setStep(progress.step()))
        .build();
  }

  static Optional<CycleProgress> part(TriggerTradingCycleResponse message) {
    return message.hasProgress()
        ? Optional.of(
            new CycleProgress(message.getProgress().getPercent(), message.getProgress().getStep()))
        : Optional.empty();
  }

  static TriggerTradingCycleResponse end(CycleReport report) {
    dev.arduinotrader.contracts.gateway.CycleReport.Builder message =
        dev.arduinotrader.contracts.gateway.CycleReport.newBuilder()
            .setCycleId(report.cycleId())
            .setDecisionTime(CommonMessages.toProto(report.decisionTime()))
            .setStartedAt(CommonMessages.toProto(report.startedAt()))
            .setFinishedAt(CommonMessages.toProto(report.finishedAt()))
            .setDryRun(report.dryRun())
            .setOutcome(CycleOutcome.valueOf("CYCLE_OUTCOME_" + report.outcome().name()))
            .setMessage(report.message());
    report.plans().forEach(plan -> message.addPlans(PlanMessages.toProto(plan)));
    report.trades().forEach(trade -> message.addTrades(TradeMessages.toProto(trade)));
    return TriggerTradingCycleResponse.newBuilder().setReport(message).build();
  }

  static CycleReport end(TriggerTradingCycleResponse response) {
    dev.arduinotrader.contracts.gateway.CycleReport message = response.getReport();
    return new CycleReport(
        message.getCycleId(),
        CommonMessages.instant(message.getDecisionTime()),
        CommonMessages.instant(message.getStartedAt()),
        CommonMessages.instant(message.getFinishedAt()),
        message.getDryRun(),
        message.getPlansList().stream().map(PlanMessages::fromProto).toList(),
        message.getTradesList().stream().map(TradeMessages::fromProto).toList(),
        outcome(message.getOutcome()),
        message.getMessage());
  }

  private static CycleReport.Outcome outcome(CycleOutcome outcome) {
    return switch (outcome) {
      case CYCLE_OUTCOME_NOTHING_TO_DO -> CycleReport.Outcome.NOTHING_TO_DO;
      case CYCLE_OUTCOME_HELD_BACK -> CycleReport.Outcome.HELD_BACK;
      case CYCLE_OUTCOME_TRADES_MAX -> CycleReport.Outcome.TRADES_MAX;
      case CYCLE_OUTCOME_DRY_RUN -> CycleReport.Outcome.DRY_RUN;
      case CYCLE_OUTCOME_FAILED -> CycleReport.Outcome.FAILED;
      case CYCLE_OUTCOME_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected a cycle's outcome, found " + outcome);
    };
  }

  static ProcessDepositRequest toProto(DepositCommand command) {
    return ProcessDepositRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setAmount(CommonMessages.toProto(command.amount()))
        .build();
  }

  static DepositCommand fromProto(ProcessDepositRequest message) {
    FieldReader fields = new FieldReader();
    CommandId command = fields.command("command_id", message.getCommandId());
    Money amount = fields.money("amount", message.getAmount());
    return fields.build(
        () -> new DepositCommand(Objects.requireNonNull(command), Objects.requireNonNull(amount)));
  }

  static TriggerJobRequest toProto(JobCommand command) {
    return TriggerJobRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setJob(command.job())
        .build();
  }

  static JobCommand fromProto(TriggerJobRequest message) {
    FieldReader fields = new FieldReader();
    CommandId command = fields.command("command_id", message.getCommandId());
    String job = fields.text("job", message.getJob());
    return fields.build(() -> new JobCommand(Objects.requireNonNull(command), job));
  }

  static dev.arduinotrader.contracts.gateway.Job toProto(Job job) {
    dev.arduinotrader.contracts.gateway.Job.Builder message =
        dev.arduinotrader.contracts.gateway.Job.newBuilder()
            .setJobId(job.jobId())
            .setJob(job.job())
            .setState(JobState.valueOf("JOB_STATE_" + job.state().name()))
            .setPercent(job.percent())
            .setMessage(job.message())
            .setStartedAt(CommonMessages.toProto(job.startedAt()));
    if (job.finishedAt() != null) {
      message.setFinishedAt(CommonMessages.toProto(job.finishedAt()));
    }
    return message.build();
  }

  static Job fromProto(dev.arduinotrader.contracts.gateway.Job message) {
    return new Job(
        message.getJobId(),
        message.getJob(),
        state(message.getState()),
        message.getPercent(),
        message.getMessage(),
        CommonMessages.instant(message.getStartedAt()),
        message.hasFinishedAt() ? CommonMessages.instant(message.getFinishedAt()) : null);
  }

  private static Job.State state(JobState state) {
    return switch (state) {
      case JOB_STATE_RUNNING -> Job.State.RUNNING;
      case JOB_STATE_SUCCEEDED -> Job.State.SUCCEEDED;
      case JOB_STATE_FAILED -> Job.State.FAILED;
      case JOB_STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected a job's state, found " + state);
    };
  }

  static ListJobsResponse toProto(Jobs jobs) {
    return ListJobsResponse.newBuilder()
        .addAllJobs(jobs.jobs().stream().map(GatewayMessages::toProto).toList())
        .build();
  }

  static Jobs fromProto(ListJobsResponse message) {
    return new Jobs(message.getJobsList().stream().map(GatewayMessages::fromProto).toList());
  }

  static ListPlansResponse toProto(ArchivedPlans plans) {
    ListPlansResponse.Builder message = ListPlansResponse.newBuilder();
    for (ArchivedPlan plan : plans.plans()) {
      message.addPlans(
          dev.arduinotrader.contracts.gateway.ArchivedPlan.newBuilder()
              .setNumber(plan.number())
              .setCycleId(plan.cycleId())
              .setArchivedAt(CommonMessages.toProto(plan.archivedAt()))
              .setDecision(plan.decision())
              .setPlan(PlanMessages.toProto(plan.plan())));
    }
    return message.build();
  }

  static ArchivedPlans fromProto(ListPlansResponse message) {
    return new ArchivedPlans(
        message.getPlansList().stream()
            .map(
                plan ->
                    new ArchivedPlan(
                        plan.getNumber(),
                        plan.getCycleId(),
                        CommonMessages.instant(plan.getArchivedAt()),
                        plan.getDecision(),
                        PlanMessages.fromProto(plan.getPlan())))
            .toList());
  }
}
