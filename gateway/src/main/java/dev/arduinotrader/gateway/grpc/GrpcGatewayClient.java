package dev.arduinotrader.gateway.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.gateway.GatewayServiceGrpc;
import dev.arduinotrader.contracts.gateway.GetJobStatusRequest;
import dev.arduinotrader.contracts.gateway.GetMetricsRequest;
import dev.arduinotrader.contracts.gateway.GetPortfolioRequest;
import dev.arduinotrader.contracts.gateway.GetSystemStatusRequest;
import dev.arduinotrader.contracts.gateway.ListJobsRequest;
import dev.arduinotrader.contracts.gateway.ListPlansRequest;
import dev.arduinotrader.gateway.ArchivedPlans;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.CycleProgress;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.JobCommand;
import dev.arduinotrader.gateway.Jobs;
import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.portfolio.grpc.PortfolioMessages;
import java.util.Optional;

/** A gateway in another process. */
public final class GrpcGatewayClient implements GatewayService {
  private final RemoteCalls calls;

  public GrpcGatewayClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        GatewayServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        GatewayServiceGrpc.getWatchEventsMethod(),
        context,
        WatchEventsRequest.newBuilder().setAfterSequence(afterSequence).build(),
        message ->
            message.hasEvent()
                ? Optional.of(CommonMessages.event(message.getEvent()))
                : Optional.empty(),
        events,
        end -> Done.DONE);
  }

  @Override
  public Result<SystemStatus> getSystemStatus(CallContext context) {
    return calls.unary(
        GatewayServiceGrpc.getGetSystemStatusMethod(),
        context,
        GetSystemStatusRequest.getDefaultInstance(),
        StatusMessages::fromProto);
  }

  @Override
  public Result<SystemMetrics> getMetrics(CallContext context) {
    return calls.unary(
        GatewayServiceGrpc.getGetMetricsMethod(),
        context,
        GetMetricsRequest.getDefaultInstance(),
        MetricsMessages::fromProto);
  }

  @Override
  public Result<CycleReport> triggerTradingCycle(
      CallContext context, CycleCommand command, ProgressSink<CycleProgress> progress) {
    return calls.stream(
        GatewayServiceGrpc.getTriggerTradingCycleMethod(),
        context,
        GatewayMessages.toProto(command),
        GatewayMessages::part,
        progress,
        GatewayMessages::end);
  }

  @Override
  public Result<Summary> processDeposit(CallContext context, DepositCommand command) {
    return calls.unary(
        GatewayServiceGrpc.getProcessDepositMethod(),
        context,
        GatewayMessages.toProto(command),
        answer -> PortfolioMessages.fromProto(answer.getPortfolio()));
  }

  @Override
  public Result<Summary> getPortfolio(CallContext context) {
    return calls.unary(
        GatewayServiceGrpc.getGetPortfolioMethod(),
        context,
        GetPortfolioRequest.getDefaultInstance(),
        answer -> PortfolioMessages.fromProto(answer.getPortfolio()));
  }

  @Override
  public Result<Job> triggerJob(CallContext context, JobCommand command) {
    return calls.unary(
        GatewayServiceGrpc.getTriggerJobMethod(),
        context,
        GatewayMessages.toProto(command),
        answer -> GatewayMessages.fromProto(answer.getJob()));
  }

  @Override
  public Result<Job> getJobStatus(CallContext context, String jobId) {
    return calls.unary(
        GatewayServiceGrpc.getGetJobStatusMethod(),
        context,
        GetJobStatusRequest.newBuilder().setJobId(jobId).build(),
        answer -> GatewayMessages.fromProto(answer.getJob()));
  }

  @Override
  public Result<Jobs> listJobs(CallContext context) {
    return calls.unary(
        GatewayServiceGrpc.getListJobsMethod(),
        context,
        ListJobsRequest.getDefaultInstance(),
        GatewayMessages::fromProto);
  }

  @Override
  public Result<ArchivedPlans> listPlans(CallContext context, int limit) {
    return calls.unary(
        GatewayServiceGrpc.getListPlansMethod(),
        context,
        ListPlansRequest.newBuilder().setLimit(limit).build(),
        GatewayMessages::fromProto);
  }
}
