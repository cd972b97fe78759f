package dev.arduinotrader.gateway.cycle;

import dev.arduinotrader.gateway.CycleProgress;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.gateway.CycleReport.Outcome;
import dev.arduinotrader.gateway.GatewayNeighbours;
import dev.arduinotrader.gateway.store.GatewayStore;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanRequest;
import dev.arduinotrader.planning.PlanStep;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradingMode;
import dev.arduinotrader.universe.SyncRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One cycle: sync, reconcile, then again and again snapshot, plan, gates and step 1, until the best
 * plan is to do nothing, the step is held back, or the policy's number of trades is reached. It
 * never waits for an execution: a pending order is part of the next snapshot.
 */
public final class TradingCycle {
  private static final Set<FailureKind> AWAY =
      EnumSet.of(FailureKind.UNAVAILABLE, FailureKind.DEADLINE_EXCEEDED);

  private final GatewayNeighbours services;
  private final GatewayStore store;
  private final TraderClock clock;
  private final String cycleId;
  private final CommandId command;
  private final boolean dryRun;
  private final RisingProgress progress;
  private final List<Plan> plans = new ArrayList<>();
  private final List<Trade> trades = new ArrayList<>();

  /** Why trading cannot be asked; null when it can. Then there is a plan, and nothing is sent. */
  private @Nullable Problem tradingAway;

  public TradingCycle(
      GatewayNeighbours services,
      GatewayStore store,
      TraderClock clock,
      String cycleId,
      CommandId command,
      boolean dryRun,
      ProgressSink<CycleProgress> progress) {
    this.services = services;
    this.store = store;
    this.clock = clock;
    this.cycleId = cycleId;
    this.command = command;
    this.dryRun = dryRun;
    this.progress = new RisingProgress(progress);
  }

  /** How a cycle ended, before it is written down. */
  private record End(Outcome outcome, String message) {}

  /** Runs to the end; a service that fails ends the cycle with what was done until then. */
  public CycleReport run(CallContext context) {
    Instant startedAt = clock.now();
    End end;
    try {
      prepare(context);
      end = tradeUntilDone(context);
    } catch (ProblemException e) {
      end = new End(Outcome.FAILED, "stopped: " + e.problem());
    }
    progress.report(100, end.message());
    return new CycleReport(
        cycleId,
        startedAt,
        startedAt,
        clock.now(),
        dryRun,
        plans,
        trades,
        end.outcome(),
        end.message());
  }

  private void prepare(CallContext context) {
    tradingAway = away(services.trading().healthCheck(context));
    new ClockAgreement(clock).require(context, asked());
    progress.report(2, "bringing prices up to date");
    CallContext now = context.withDecisionTime(clock.now());
    services
        .universe()
        .syncPrices(
            now, new SyncRequest(new CommandId(command.value() + "-sync")), ProgressSink.ignoring())
        .orElseThrow();
    if (tradingAway == null) {
      requireAgreement(now);
    }
  }

  private List<TraderService> asked() {
    List<TraderService> needed =
        List.of(services.universe(), services.portfolio(), services.planning());
    return tradingAway == null
        ? Stream.concat(needed.stream(), Stream.of(services.trading())).toList()
        : needed;
  }

  /** Whether nobody answers; what a service that answers finds wrong is judged later. */
  private static @Nullable Problem away(Result<ServiceHealth> answer) {
    return answer instanceof Result.Failure<ServiceHealth>(Problem problem)
            && AWAY.contains(problem.kind())
        ? problem
        : null;
  }

  private void requireAgreement(CallContext now) {
    progress.report(10, "asking the broker for everything");
    List<String> differences =
        services.trading().reconcile(now.withDecisionTime(clock.now())).orElseThrow().differences();
    if (!differences.isEmpty()) {
      throw new ProblemException(
          CommonReason.UNKNOWN.problem(
              "the books and the broker differ: " + String.join("; ", differences)));
    }
  }

  private End tradeUntilDone(CallContext context) {
    for (int round = 1; ; round++) {
      CallContext decision = context.withDecisionTime(clock.now());
      Snapshot snapshot = snapshot(decision);
      Plan plan = plan(decision, snapshot, round);
      Optional<End> end = decide(decision, snapshot, plan);
      if (end.isPresent()) {
        return end.get();
      }
      int tradesMax = snapshot.policy().policy().limits().tradesPerCycleMax();
      if (trades.size() >= tradesMax) {
        return new End(
            Outcome.TRADES_MAX,
            "started %d trades, as many as the policy allows in one cycle".formatted(tradesMax));
      }
    }
  }

  private Snapshot snapshot(CallContext decision) {
    progress.report(20, "taking a snapshot");
    OpenExposure exposure =
        tradingAway == null
            ? services.trading().getOpenExposure(decision).orElseThrow()
            : OpenExposure.NONE;
    return services.portfolio().getSnapshot(decision, exposure).orElseThrow();
  }

  private Plan plan(CallContext decision, Snapshot snapshot, int round) {
    Plan plan =
        services
            .planning()
            .createPlan(
                decision,
                new PlanRequest(snapshot),
                update ->
                    progress.report(
                        25 + update.percent() / 2, "plan " + round + ": " + update.step()))
            .orElseThrow();
    plans.add(plan);
    return plan;
  }

  /** Archives the plan with what is done about it; the end, unless the next round is due. */
  private Optional<End> decide(CallContext decision, Snapshot snapshot, Plan plan) {
    AccountId account = decision.account();
    int attempt = store.countPlans(account, plan.planHash()) + 1;
    Optional<End> held = heldBack(decision, snapshot.policy().policy(), plan);
    String first = held.map(end -> end.outcome().name()).orElse("EXECUTING STEP 1");
    long number = store.archivePlan(account, cycleId, clock.now(), first, plan);
    if (held.isPresent()) {
      store.decidePlan(account, number, held.get().message());
      return held;
    }
    PlanStep step = plan.steps().getFirst();
    progress.report(
        80, "sending step 1: %s %s %s".formatted(step.side(), step.quantity(), step.symbol()));
    Trade trade =
        services.trading().executeTrade(decision, command(plan, step, attempt)).orElseThrow();
    trades.add(trade);
    Optional<End> refused = refused(trade);
    store.decidePlan(
        account,
        number,
        refused.map(End::message).orElse("step 1 sent as trade " + trade.tradeId()));
    return refused;
  }

  private Optional<End> heldBack(CallContext decision, InvestmentPolicy policy, Plan plan) {
    if (plan.isDoNothing()) {
      return Optional.of(new End(Outcome.NOTHING_TO_DO, nothingLeft()));
    }
    if (dryRun) {
      return Optional.of(new End(Outcome.DRY_RUN, "planned only; nothing was sent"));
    }
    if (tradingAway != null) {
      return heldBack(
          "planned only, without knowing open orders, for trading cannot be asked: " + tradingAway);
    }
    TradingMode mode = services.trading().getMode(decision).orElseThrow();
    if (mode.halted()) {
      return heldBack("trading is halted: " + mode.haltReason() + "; next: trader resume");
    }
    if (mode.mode() == Mode.RESEARCH) {
      return heldBack("the mode is research: plans only");
    }
    return switch (policy.autonomy()) {
      case PROPOSE -> heldBack("the policy says propose: plans wait for approval");
      case FULL -> Optional.empty();
    };
  }

  private static Optional<End> heldBack(String message) {
    return Optional.of(new End(Outcome.HELD_BACK, message));
  }

  private String nothingLeft() {
    return trades.isEmpty()
        ? "nothing to do: no set of trades is better than none"
        : "started %d trades; nothing better is left to do".formatted(trades.size());
  }

  private static TradeCommand command(Plan plan, PlanStep step, int attempt) {
    return new TradeCommand(
        CommandId.of("%s-%d-%d".formatted(plan.planHash(), step.number(), attempt)),
        step.isin(),
        step.side(),
        step.quantity(),
        step.limit(),
        step.price(),
        step.reason(),
        plan.planHash(),
        step.number());
  }

  private static Optional<End> refused(Trade trade) {
    OrderState state = trade.state();
    return switch (state) {
      case DENIED -> heldBack("our gate denied %s: %s".formatted(trade.symbol(), trade.message()));
      case REJECTED ->
          heldBack("the broker rejected %s: %s".formatted(trade.symbol(), trade.message()));
      case UNKNOWN, CANCEL_UNKNOWN ->
          heldBack(
              "it is not known whether the broker has the order of %s; it is being asked"
                  .formatted(trade.symbol()));
      case INTENDED,
          SENDING,
          ACCEPTED,
          PARTIALLY_FILLED,
          FILLED,
          CANCEL_REQUESTED,
          CANCELLED,
          EXPIRED,
          ABSENT ->
          Optional.empty();
    };
  }
}
