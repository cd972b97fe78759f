package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A trading service in memory for the tests of other modules: it trades nothing, remembers what it
 * was asked, and answers what the test said. The same command gives the same trade, as in the real
 * one; with another content it is COMMAND_REUSED.
 *
 * <p>Trades become FILLED unless a test says otherwise; halt and mode deny them as the real gate
 * does.
 */
public final class FakeTrading implements TradingService {
  private final Map<CommandId, TradeCommand> commands = new LinkedHashMap<>();
  private final Map<CommandId, Trade> trades = new LinkedHashMap<>();
  private final Map<CommandId, PaperCashFlow> cashFlows = new LinkedHashMap<>();
  private final List<ServiceEvent> events = new ArrayList<>();
  private Mode mode = Mode.PAPER;
  private String haltReason = "";
  private @Nullable Instant haltedAt;
  private OrderState nextState = OrderState.FILLED;
  private String nextDenialCode = "";
  private String nextMessage = "";
  private OpenExposure exposure = OpenExposure.NONE;
  private ReconcileReport report = new ReconcileReport(0, 0, 0, List.of());
  private int reconciliations;
  private @Nullable Problem outage;

  /** What new trades become from now on. */
  public synchronized FakeTrading tradesBecome(OrderState state, String message) {
    nextState = state;
    nextDenialCode = "";
    nextMessage = message;
    return this;
  }

  /** New trades are denied by the gate with this code from now on. */
  public synchronized FakeTrading denying(String code, String message) {
    nextState = OrderState.DENIED;
    nextDenialCode = code;
    nextMessage = message;
    return this;
  }

  public synchronized FakeTrading exposure(OpenExposure newExposure) {
    exposure = newExposure;
    return this;
  }

  public synchronized FakeTrading reconcilesWith(ReconcileReport newReport) {
    report = newReport;
    return this;
  }

  /** Adds an event that WatchEvents sends. */
  public synchronized FakeTrading tells(AccountId account, Instant at, String kind, String text) {
    events.add(new ServiceEvent(events.size() + 1L, account, at, kind, text, "{}"));
    return this;
  }

  /** From now on every call fails like this; null ends it. */
  public synchronized FakeTrading failWith(@Nullable Problem problem) {
    outage = problem;
    return this;
  }

  /** As if the service could not be reached; {@link #failWith} with null ends it. */
  public FakeTrading unreachable() {
    return failWith(CommonReason.UNAVAILABLE.problem("the fake trading was told to be away"));
  }

  /** Every wish to trade, each command once, oldest first. */
  public synchronized List<TradeCommand> commands() {
    return List.copyOf(commands.values());
  }

  /** Every deposit and withdrawal, each command once, oldest first. */
  public synchronized List<PaperCashFlow> cashFlows() {
    return List.copyOf(cashFlows.values());
  }

  /** How often it was asked to reconcile. */
  public synchronized int reconciliations() {
    return reconciliations;
  }

  @Override
  public Result<Trade> executeTrade(CallContext context, TradeCommand command) {
    return answer(
        () -> {
          TradeCommand before = commands.putIfAbsent(command.commandId(), command);
          if (before != null && !before.equals(command)) {
            return CommonReason.COMMAND_REUSED.failure("another content: " + before);
          }
          return Result.success(
              trades.computeIfAbsent(command.commandId(), id -> trade(context, command)));
        });
  }

  private Trade trade(CallContext context, TradeCommand command) {
    String switched = switched();
    String code = switched.isEmpty() ? nextDenialCode : switched;
    OrderState state = switched.isEmpty() ? nextState : OrderState.DENIED;
    return new Trade(
        "trade-" + (trades.size() + 1),
        context.account(),
        command.commandId(),
        command.isin(),
        command.isin().value(),
        command.side(),
        command.quantity(),
        command.limit(),
        state,
        code,
        switched.isEmpty() ? nextMessage : haltReason,
        command.reason(),
        command.planHash(),
        command.planStep(),
        context.decisionTime(),
        context.decisionTime(),
        List.of(),
        command.type(),
        command.timeInForce());
  }

  private String switched() {
    return haltedAt != null ? "HALTED" : mode == Mode.RESEARCH ? "MODE" : "";
  }

  @Override
  public Result<BatchResult> batchExecuteTrades(CallContext context, TradeBatch batch) {
    return answer(() -> BatchTrading.execute(batch, command -> executeTrade(context, command)));
  }

  @Override
  public Result<Flattened> flatten(CallContext context, HaltCommand command) {
    return answer(() -> Result.success(new Flattened(mode(), List.of(), List.of(), List.of())));
  }

  @Override
  public Result<TradeValidation> validateTrade(CallContext context, TradeCommand command) {
    return answer(
        () -> {
          String code = switched().isEmpty() ? nextDenialCode : switched();
          List<Finding> findings =
              code.isEmpty() ? List.of() : List.of(new Finding(code, nextMessage));
          return Result.success(new TradeValidation(findings, null));
        });
  }

  @Override
  public Result<Trade> getTradeStatus(CallContext context, String tradeId) {
    return answer(
        () ->
            trades.values().stream()
                .filter(trade -> trade.tradeId().equals(tradeId))
                .findFirst()
                .map(Result::success)
                .orElseGet(() -> TradingReason.TRADE_NOT_FOUND.failure("no trade " + tradeId)));
  }

  @Override
  public Result<TradePage> getTradeHistory(CallContext context, TradeQuery query) {
    return answer(
        () ->
            Result.success(
                new TradePage(
                    List.copyOf(trades.values()).reversed().stream()
                        .limit(query.limit())
                        .toList())));
  }

  @Override
  public Result<Trade> cancelTrade(CallContext context, CancelCommand command) {
    return getTradeStatus(context, command.tradeId());
  }

  @Override
  public Result<OpenExposure> getOpenExposure(CallContext context) {
    return answer(() -> Result.success(exposure));
  }

  @Override
  public Result<ReconcileReport> reconcile(CallContext context) {
    return answer(
        () -> {
          reconciliations++;
          return Result.success(report);
        });
  }

  @Override
  public Result<TradingMode> getMode(CallContext context) {
    return answer(() -> Result.success(mode()));
  }

  private TradingMode mode() {
    return new TradingMode(mode, haltedAt != null, haltReason, haltedAt, 1);
  }

  @Override
  public Result<TradingMode> setMode(CallContext context, SetMode command) {
    return answer(
        () -> {
          if (command.mode() == Mode.LIVE) {
            return TradingReason.LIVE_REFUSED.failure("the fake has a paper account");
          }
          mode = command.mode();
          return Result.success(mode());
        });
  }

  @Override
  public Result<TradingMode> halt(CallContext context, HaltCommand command) {
    return answer(
        () -> {
          haltReason = command.reason();
          haltedAt = context.decisionTime();
          return Result.success(mode());
        });
  }

  @Override
  public Result<TradingMode> resume(CallContext context, HaltCommand command) {
    return answer(
        () -> {
          haltReason = "";
          haltedAt = null;
          return Result.success(mode());
        });
  }

  @Override
  public Result<BrokerStatus> getBrokerStatus(CallContext context) {
    return answer(
        () -> Result.success(new BrokerStatus("paper", true, "answers", context.decisionTime())));
  }

  @Override
  public Result<BrokerTest> testBroker(CallContext context) {
    return answer(() -> Result.success(new BrokerTest("paper", "paper", List.of())));
  }

  @Override
  public Result<Done> paperCashFlow(CallContext context, PaperCashFlow command) {
    return answer(
        () -> {
          cashFlows.putIfAbsent(command.commandId(), command);
          return Result.success(Done.DONE);
        });
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return answer(() -> Result.success(new ServiceHealth(true, "test", "ok", "test", List.of())));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> sink) {
    return answer(
        () -> {
          events.stream().filter(e -> e.sequence() > afterSequence).forEach(sink::send);
          return Result.success(Done.DONE);
        });
  }

  private synchronized <T> Result<T> answer(Supplier<Result<T>> call) {
    Problem problem = outage;
    return problem == null ? call.get() : Result.failure(problem);
  }
}
