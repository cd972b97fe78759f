package dev.arduinotrader.trading.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.trading.CancelTradeRequest;
import dev.arduinotrader.contracts.trading.FlattenRequest;
import dev.arduinotrader.contracts.trading.GetBrokerStatusRequest;
import dev.arduinotrader.contracts.trading.GetModeRequest;
import dev.arduinotrader.contracts.trading.GetOpenExposureRequest;
import dev.arduinotrader.contracts.trading.GetTradeHistoryRequest;
import dev.arduinotrader.contracts.trading.GetTradeStatusRequest;
import dev.arduinotrader.contracts.trading.HaltRequest;
import dev.arduinotrader.contracts.trading.PaperCashFlowRequest;
import dev.arduinotrader.contracts.trading.ReconcileRequest;
import dev.arduinotrader.contracts.trading.ResumeRequest;
import dev.arduinotrader.contracts.trading.SetModeRequest;
import dev.arduinotrader.contracts.trading.TestBrokerRequest;
import dev.arduinotrader.contracts.trading.TradingServiceGrpc;
import dev.arduinotrader.contracts.trading.ValidateTradeRequest;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.grpc.SnapshotMessages;
import dev.arduinotrader.trading.BatchResult;
import dev.arduinotrader.trading.BrokerStatus;
import dev.arduinotrader.trading.BrokerTest;
import dev.arduinotrader.trading.CancelCommand;
import dev.arduinotrader.trading.Flattened;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.PaperCashFlow;
import dev.arduinotrader.trading.ReconcileReport;
import dev.arduinotrader.trading.SetMode;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeBatch;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradePage;
import dev.arduinotrader.trading.TradeQuery;
import dev.arduinotrader.trading.TradeValidation;
import dev.arduinotrader.trading.TradingMode;
import dev.arduinotrader.trading.TradingService;
import java.util.Optional;

/** Trading in another process. */
public final class GrpcTradingClient implements TradingService {
  private final RemoteCalls calls;

  public GrpcTradingClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        TradingServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        TradingServiceGrpc.getWatchEventsMethod(),
        context,
        WatchEventsRequest.newBuilder().setAfterSequence(afterSequence).build(),
        message ->
            message.hasEvent()
                ? Optional.of(CommonMessages.event(message.getEvent()))
                : Optional.empty(),
        events,
        message -> Done.DONE);
  }

  @Override
  public Result<Trade> executeTrade(CallContext context, TradeCommand command) {
    return calls.unary(
        TradingServiceGrpc.getExecuteTradeMethod(),
        context,
        TradeMessages.toProto(command),
        message -> TradeMessages.fromProto(message.getTrade()));
  }

  @Override
  public Result<BatchResult> batchExecuteTrades(CallContext context, TradeBatch batch) {
    return calls.unary(
        TradingServiceGrpc.getBatchExecuteTradesMethod(),
        context,
        BatchMessages.toProto(batch),
        BatchMessages::fromProto);
  }

  @Override
  public Result<Flattened> flatten(CallContext context, HaltCommand command) {
    return calls.unary(
        TradingServiceGrpc.getFlattenMethod(),
        context,
        FlattenRequest.newBuilder()
            .setCommandId(command.commandId().value())
            .setReason(command.reason())
            .build(),
        BatchMessages::fromProto);
  }

  @Override
  public Result<TradeValidation> validateTrade(CallContext context, TradeCommand command) {
    return calls.unary(
        TradingServiceGrpc.getValidateTradeMethod(),
        context,
        ValidateTradeRequest.newBuilder().setWish(TradeMessages.wish(command)).build(),
        TradingMessages::fromProto);
  }

  @Override
  public Result<Trade> getTradeStatus(CallContext context, String tradeId) {
    return calls.unary(
        TradingServiceGrpc.getGetTradeStatusMethod(),
        context,
        GetTradeStatusRequest.newBuilder().setTradeId(tradeId).build(),
        message -> TradeMessages.fromProto(message.getTrade()));
  }

  @Override
  public Result<TradePage> getTradeHistory(CallContext context, TradeQuery query) {
    return calls.unary(
        TradingServiceGrpc.getGetTradeHistoryMethod(),
        context,
        GetTradeHistoryRequest.newBuilder().setLimit(query.limit()).build(),
        TradingMessages::fromProto);
  }

  @Override
  public Result<Trade> cancelTrade(CallContext context, CancelCommand command) {
    return calls.unary(
        TradingServiceGrpc.getCancelTradeMethod(),
        context,
        CancelTradeRequest.newBuilder()
            .setCommandId(command.commandId().value())
            .setTradeId(command.tradeId())
            .build(),
        message -> TradeMessages.fromProto(message.getTrade()));
  }

  @Override
  public Result<OpenExposure> getOpenExposure(CallContext context) {
    return calls.unary(
        TradingServiceGrpc.getGetOpenExposureMethod(),
        context,
        GetOpenExposureRequest.getDefaultInstance(),
        message -> SnapshotMessages.fromProto(message.getExposure()));
  }

  @Override
  public Result<ReconcileReport> reconcile(CallContext context) {
    return calls.unary(
        TradingServiceGrpc.getReconcileMethod(),
        context,
        ReconcileRequest.newBuilder().setCommandId(context.requestId().value()).build(),
        TradingMessages::fromProto);
  }

  @Override
  public Result<TradingMode> getMode(CallContext context) {
    return calls.unary(
        TradingServiceGrpc.getGetModeMethod(),
        context,
        GetModeRequest.getDefaultInstance(),
        message -> TradingMessages.fromProto(message.getMode()));
  }

  @Override
  public Result<TradingMode> setMode(CallContext context, SetMode command) {
    return calls.unary(
        TradingServiceGrpc.getSetModeMethod(),
        context,
        SetModeRequest.newBuilder()
            .setCommandId(command.commandId().value())
            .setMode(EnumMessages.toProto(command.mode()))
            .setReason(command.reason())
            .setConfirmation(command.confirmation())
            .build(),
        message -> TradingMessages.fromProto(message.getMode()));
  }

  @Override
  public Result<TradingMode> halt(CallContext context, HaltCommand command) {
    return calls.unary(
        TradingServiceGrpc.getHaltMethod(),
        context,
        HaltRequest.newBuilder()
            .setCommandId(command.commandId().value())
            .setReason(command.reason())
            .build(),
        message -> TradingMessages.fromProto(message.getMode()));
  }

  @Override
  public Result<TradingMode> resume(CallContext context, HaltCommand command) {
    return calls.unary(
        TradingServiceGrpc.getResumeMethod(),
        context,
        ResumeRequest.newBuilder()
            .setCommandId(command.commandId().value())
            .setReason(command.reason())
            .build(),
        message -> TradingMessages.fromProto(message.getMode()));
  }

  @Override
  public Result<BrokerStatus> getBrokerStatus(CallContext context) {
    return calls.unary(
        TradingServiceGrpc.getGetBrokerStatusMethod(),
        context,
        GetBrokerStatusRequest.getDefaultInstance(),
        TradingMessages::fromProto);
  }

  @Override
  public Result<BrokerTest> testBroker(CallContext context) {
    return calls.unary(
        TradingServiceGrpc.getTestBrokerMethod(),
        context,
        TestBrokerRequest.getDefaultInstance(),
        BrokerMessages::fromProto);
  }

  @Override
  public Result<Done> paperCashFlow(CallContext context, PaperCashFlow command) {
    return calls.unary(
        TradingServiceGrpc.getPaperCashFlowMethod(),
        context,
        PaperCashFlowRequest.newBuilder()
            .setCommandId(command.commandId().value())
            .setAmount(CommonMessages.toProto(command.amount()))
            .build(),
        message -> Done.DONE);
  }
}
