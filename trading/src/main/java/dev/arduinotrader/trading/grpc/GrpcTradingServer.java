package dev.arduinotrader.trading.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.trading.BatchExecuteTradesRequest;
import dev.arduinotrader.contracts.trading.BatchExecuteTradesResponse;
import dev.arduinotrader.contracts.trading.CancelTradeRequest;
import dev.arduinotrader.contracts.trading.CancelTradeResponse;
import dev.arduinotrader.contracts.trading.ExecuteTradeRequest;
import dev.arduinotrader.contracts.trading.ExecuteTradeResponse;
import dev.arduinotrader.contracts.trading.FlattenRequest;
import dev.arduinotrader.contracts.trading.FlattenResponse;
import dev.arduinotrader.contracts.trading.GetBrokerStatusRequest;
import dev.arduinotrader.contracts.trading.GetBrokerStatusResponse;
import dev.arduinotrader.contracts.trading.GetModeRequest;
import dev.arduinotrader.contracts.trading.GetModeResponse;
import dev.arduinotrader.contracts.trading.GetOpenExposureRequest;
import dev.arduinotrader.contracts.trading.GetOpenExposureResponse;
import dev.arduinotrader.contracts.trading.GetTradeHistoryRequest;
import dev.arduinotrader.contracts.trading.GetTradeHistoryResponse;
import dev.arduinotrader.contracts.trading.GetTradeStatusRequest;
import dev.arduinotrader.contracts.trading.GetTradeStatusResponse;
import dev.arduinotrader.contracts.trading.HaltRequest;
import dev.arduinotrader.contracts.trading.HaltResponse;
import dev.arduinotrader.contracts.trading.PaperCashFlowRequest;
import dev.arduinotrader.contracts.trading.PaperCashFlowResponse;
import dev.arduinotrader.contracts.trading.ReconcileRequest;
import dev.arduinotrader.contracts.trading.ReconcileResponse;
import dev.arduinotrader.contracts.trading.ResumeRequest;
import dev.arduinotrader.contracts.trading.ResumeResponse;
import dev.arduinotrader.contracts.trading.SetModeRequest;
import dev.arduinotrader.contracts.trading.SetModeResponse;
import dev.arduinotrader.contracts.trading.TestBrokerRequest;
import dev.arduinotrader.contracts.trading.TestBrokerResponse;
import dev.arduinotrader.contracts.trading.TradingServiceGrpc;
import dev.arduinotrader.contracts.trading.ValidateTradeRequest;
import dev.arduinotrader.contracts.trading.ValidateTradeResponse;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import dev.arduinotrader.portfolio.grpc.SnapshotMessages;
import dev.arduinotrader.trading.TradeQuery;
import dev.arduinotrader.trading.TradingService;
import io.grpc.stub.StreamObserver;

/** Answers trading's calls from other processes. */
public final class GrpcTradingServer extends TradingServiceGrpc.TradingServiceImplBase {
  private final TradingService service;

  public GrpcTradingServer(TradingService service) {
    this.service = service;
  }

  @Override
  public void healthCheck(
      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.healthCheck(context),
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
        done -> WatchEventsResponse.getDefaultInstance());
  }

  @Override
  public void executeTrade(
      ExecuteTradeRequest request, StreamObserver<ExecuteTradeResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        TradeMessages::fromProto,
        service::executeTrade,
        trade -> ExecuteTradeResponse.newBuilder().setTrade(TradeMessages.toProto(trade)).build());
  }

  @Override
  public void batchExecuteTrades(
      BatchExecuteTradesRequest request, StreamObserver<BatchExecuteTradesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        BatchMessages::fromProto,
        service::batchExecuteTrades,
        BatchMessages::toProto);
  }

  @Override
  public void flatten(FlattenRequest request, StreamObserver<FlattenResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> TradingMessages.halt(message.getCommandId(), message.getReason()),
        service::flatten,
        BatchMessages::toProto);
  }

  @Override
  public void validateTrade(
      ValidateTradeRequest request, StreamObserver<ValidateTradeResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        TradeMessages::fromProto,
        service::validateTrade,
        TradingMessages::toProto);
  }

  @Override
  public void getTradeStatus(
      GetTradeStatusRequest request, StreamObserver<GetTradeStatusResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        GetTradeStatusRequest::getTradeId,
        service::getTradeStatus,
        trade ->
            GetTradeStatusResponse.newBuilder().setTrade(TradeMessages.toProto(trade)).build());
  }

  @Override
  public void getTradeHistory(
      GetTradeHistoryRequest request, StreamObserver<GetTradeHistoryResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> new TradeQuery(message.getLimit()),
        service::getTradeHistory,
        TradingMessages::toProto);
  }

  @Override
  public void cancelTrade(
      CancelTradeRequest request, StreamObserver<CancelTradeResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        TradingMessages::fromProto,
        service::cancelTrade,
        trade -> CancelTradeResponse.newBuilder().setTrade(TradeMessages.toProto(trade)).build());
  }

  @Override
  public void getOpenExposure(
      GetOpenExposureRequest request, StreamObserver<GetOpenExposureResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.getOpenExposure(context),
        exposure ->
            GetOpenExposureResponse.newBuilder()
                .setExposure(SnapshotMessages.toProto(exposure))
                .build());
  }

  @Override
  public void reconcile(ReconcileRequest request, StreamObserver<ReconcileResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.reconcile(context),
        TradingMessages::toProto);
  }

  @Override
  public void getMode(GetModeRequest request, StreamObserver<GetModeResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.getMode(context),
        mode -> GetModeResponse.newBuilder().setMode(TradingMessages.toProto(mode)).build());
  }

  @Override
  public void setMode(SetModeRequest request, StreamObserver<SetModeResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        TradingMessages::fromProto,
        service::setMode,
        mode -> SetModeResponse.newBuilder().setMode(TradingMessages.toProto(mode)).build());
  }

  @Override
  public void halt(HaltRequest request, StreamObserver<HaltResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> TradingMessages.halt(message.getCommandId(), message.getReason()),
        service::halt,
        mode -> HaltResponse.newBuilder().setMode(TradingMessages.toProto(mode)).build());
  }

  @Override
  public void resume(ResumeRequest request, StreamObserver<ResumeResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> TradingMessages.halt(message.getCommandId(), message.getReason()),
        service::resume,
        mode -> ResumeResponse.newBuilder().setMode(TradingMessages.toProto(mode)).build());
  }

  @Override
  public void getBrokerStatus(
      GetBrokerStatusRequest request, StreamObserver<GetBrokerStatusResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.getBrokerStatus(context),
        TradingMessages::toProto);
  }

  @Override
  public void testBroker(TestBrokerRequest request, StreamObserver<TestBrokerResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.testBroker(context),
        BrokerMessages::toProto);
  }

  @Override
  public void paperCashFlow(
      PaperCashFlowRequest request, StreamObserver<PaperCashFlowResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        TradingMessages::fromProto,
        service::paperCashFlow,
        done -> PaperCashFlowResponse.getDefaultInstance());
  }
}
