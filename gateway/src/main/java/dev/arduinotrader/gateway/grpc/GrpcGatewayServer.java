package dev.arduinotrader.gateway.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.gateway.GatewayServiceGrpc;
import dev.arduinotrader.contracts.gateway.GetJobStatusRequest;
import dev.arduinotrader.contracts.gateway.GetJobStatusResponse;
import dev.arduinotrader.contracts.gateway.GetMetricsRequest;
import dev.arduinotrader.contracts.gateway.GetMetricsResponse;
import dev.arduinotrader.contracts.gateway.GetPortfolioRequest;
import dev.arduinotrader.contracts.gateway.GetPortfolioResponse;
import dev.arduinotrader.contracts.gateway.GetServicesHealthRequest;
import dev.arduinotrader.contracts.gateway.GetServicesHealthResponse;
import dev.arduinotrader.contracts.gateway.GetSystemStatusRequest;
import dev.arduinotrader.contracts.gateway.GetSystemStatusResponse;
import dev.arduinotrader.contracts.gateway.ListJobsRequest;
import dev.arduinotrader.contracts.gateway.ListJobsResponse;
import dev.arduinotrader.contracts.gateway.ListPlansRequest;
import dev.arduinotrader.contracts.gateway.ListPlansResponse;
import dev.arduinotrader.contracts.gateway.ProcessDepositRequest;
import dev.arduinotrader.contracts.gateway.ProcessDepositResponse;
import dev.arduinotrader.contracts.gateway.TriggerJobRequest;
import dev.arduinotrader.contracts.gateway.TriggerJobResponse;
import dev.arduinotrader.contracts.gateway.TriggerTradingCycleRequest;
import dev.arduinotrader.contracts.gateway.TriggerTradingCycleResponse;
import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.CycleProgress;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import dev.arduinotrader.portfolio.grpc.PortfolioMessages;
import io.grpc.stub.StreamObserver;

/** Serves the gateway to other processes. */
public final class GrpcGatewayServer extends GatewayServiceGrpc.GatewayServiceImplBase {
  private final GatewayService service;

  public GrpcGatewayServer(GatewayService service) {
    this.service = service;
  }

  @Override
  public void healthCheck(
      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, question) -> service.healthCheck(context),
        CommonMessages::toProto);
  }

  @Override
  public void watchEvents(
      WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        WatchEventsRequest::getAfterSequence,
        service::watchEvents,
        CommonMessages::toProto,
        end -> WatchEventsResponse.getDefaultInstance());
  }

  @Override
  public void getSystemStatus(
      GetSystemStatusRequest request, StreamObserver<GetSystemStatusResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, question) -> service.getSystemStatus(ServerCalls.accountContext()),
        StatusMessages::toProto);
  }

  @Override
  public void getServicesHealth(
      GetServicesHealthRequest request, StreamObserver<GetServicesHealthResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, question) -> service.getSystemStatus(context),
        status ->
            GetServicesHealthResponse.newBuilder()
                .addAllServices(status.services().stream().map(StatusMessages::toProto).toList())
                .build());
  }

  @Override
  public void getMetrics(GetMetricsRequest request, StreamObserver<GetMetricsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, question) -> service.getMetrics(context),
        MetricsMessages::toProto);
  }

  @Override
  public void triggerTradingCycle(
      TriggerTradingCycleRequest request, StreamObserver<TriggerTradingCycleResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        GatewayMessages::fromProto,
        (CallContext context, CycleCommand command, ProgressSink<CycleProgress> progress) ->
            service.triggerTradingCycle(ServerCalls.accountContext(), command, progress),
        (CycleProgress progress) -> GatewayMessages.part(progress),
        GatewayMessages::end);
  }

  @Override
  public void processDeposit(
      ProcessDepositRequest request, StreamObserver<ProcessDepositResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        GatewayMessages::fromProto,
        (context, command) -> service.processDeposit(ServerCalls.accountContext(), command),
        summary ->
            ProcessDepositResponse.newBuilder()
                .setPortfolio(PortfolioMessages.toProto(summary))
                .build());
  }

  @Override
  public void getPortfolio(
      GetPortfolioRequest request, StreamObserver<GetPortfolioResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, question) -> service.getPortfolio(ServerCalls.accountContext()),
        summary ->
            GetPortfolioResponse.newBuilder()
                .setPortfolio(PortfolioMessages.toProto(summary))
                .build());
  }

  @Override
  public void triggerJob(TriggerJobRequest request, StreamObserver<TriggerJobResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        GatewayMessages::fromProto,
        (context, command) -> service.triggerJob(ServerCalls.accountContext(), command),
        job -> TriggerJobResponse.newBuilder().setJob(GatewayMessages.toProto(job)).build());
  }

  @Override
  public void getJobStatus(
      GetJobStatusRequest request, StreamObserver<GetJobStatusResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        GetJobStatusRequest::getJobId,
        service::getJobStatus,
        job -> GetJobStatusResponse.newBuilder().setJob(GatewayMessages.toProto(job)).build());
  }

  @Override
  public void listJobs(ListJobsRequest request, StreamObserver<ListJobsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, question) -> service.listJobs(context),
        GatewayMessages::toProto);
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        ListPlansRequest::getLimit,
        (context, limit) -> service.listPlans(ServerCalls.accountContext(), limit),
        GatewayMessages::toProto);
  }
}
