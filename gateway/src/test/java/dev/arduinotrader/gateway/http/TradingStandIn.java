package dev.arduinotrader.gateway.http;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.trading.BatchResult;
import dev.arduinotrader.trading.BrokerStatus;
import dev.arduinotrader.trading.BrokerTest;
import dev.arduinotrader.trading.CancelCommand;
import dev.arduinotrader.trading.Flattened;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.Mode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the HTTP door uses of trading: the history and the latch. Everything else is refused. */
final class TradingStandIn implements TradingService {
  private final List<Trade> trades = new ArrayList<>();
  private final List<HaltCommand> halts = new ArrayList<>();
  private final List<HaltCommand> resumes = new ArrayList<>();
  private TradingMode mode = new TradingMode(Mode.PAPER, false, "", null, 1);

  TradingStandIn(List<Trade> trades) {
    this.trades.addAll(trades);
  }

  synchronized void setTrades(List<Trade> next) {
    trades.clear();
    trades.addAll(next);
  }

  synchronized List<HaltCommand> halts() {
    return List.copyOf(halts);
  }

  synchronized List<HaltCommand> resumes() {
    return List.copyOf(resumes);
  }

  @Override
  public synchronized Result<TradePage> getTradeHistory(CallContext context, TradeQuery query) {
    return Result.success(new TradePage(trades.stream().limit(query.limit()).toList()));
  }

  @Override
  public synchronized Result<TradingMode> getMode(CallContext context) {
    return Result.success(mode);
  }

  @Override
  public synchronized Result<TradingMode> halt(CallContext context, HaltCommand command) {
    halts.add(command);
    Instant at = context.decisionTime();
    mode = new TradingMode(Mode.PAPER, true, command.reason(), at, 1);
    return Result.success(mode);
  }

  @Override
  public synchronized Result<TradingMode> resume(CallContext context, HaltCommand command) {
    resumes.add(command);
    mode = new TradingMode(Mode.PAPER, false, "", null, 1);
    return Result.success(mode);
  }

  @Override
  public Result<BatchResult> batchExecuteTrades(CallContext context, TradeBatch batch) {
    return refused();
  }

  @Override
  public Result<Flattened> flatten(CallContext context, HaltCommand command) {
    return refused();
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return refused();
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return refused();
  }

  @Override
  public Result<Trade> executeTrade(CallContext context, TradeCommand command) {
    return refused();
  }

  @Override
  public Result<TradeValidation> validateTrade(CallContext context, TradeCommand command) {
    return refused();
  }

  @Override
  public Result<Trade> getTradeStatus(CallContext context, String tradeId) {
    return refused();
  }

  @Override
  public Result<Trade> cancelTrade(CallContext context, CancelCommand command) {
    return refused();
  }

  @Override
  public Result<OpenExposure> getOpenExposure(CallContext context) {
    return refused();
  }

  @Override
  public Result<ReconcileReport> reconcile(CallContext context) {
    return refused();
  }

  @Override
  public Result<TradingMode> setMode(CallContext context, SetMode command) {
    return refused();
  }

  @Override
  public Result<BrokerStatus> getBrokerStatus(CallContext context) {
    return refused();
  }

  @Override
  public Result<BrokerTest> testBroker(CallContext context) {
    return refused();
  }

  @Override
  public Result<Done> paperCashFlow(CallContext context, PaperCashFlow command) {
    return refused();
  }

  private static <T> Result<T> refused() {
    return CommonReason.UNIMPLEMENTED.failure("the stand-in of trading does not do this");
  }
}
