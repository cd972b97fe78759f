package dev.arduinotrader.gateway;

import dev.arduinotrader.gateway.store.GatewayStore;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.trading.PaperCashFlow;
import dev.arduinotrader.trading.ReconcileReport;
import dev.arduinotrader.trading.TradingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway in this process. */
public final class LocalGatewayService implements GatewayService, AutoCloseable {
  private static final int PLANS_LISTED_MAX = 1_000;

  private final GatewayNeighbours services;
  private final GatewayStore store;
  private final TraderClock clock;
  private final FleetView fleet;
  private final Supplier<ServiceHealth> health;
  private final EventSource events;
  private final CycleRunner cycles;
  private final JobRunner jobs;

  LocalGatewayService(
      GatewayNeighbours services,
      GatewayStore store,
      TraderClock clock,
      Ids ids,
      FleetView fleet,
      Supplier<ServiceHealth> health,
      EventSource events) {
    this.services = services;
    this.store = store;
    this.clock = clock;
    this.fleet = fleet;
    this.health = health;
    this.events = events;
    this.cycles = new CycleRunner(services, store, clock, ids);
    this.jobs = new JobRunner(cycles, store, clock, ids);
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return Result.success(health.get());
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> sink) {
    return events.watch(context, afterSequence, sink);
  }

  @Override
  public Result<SystemStatus> getSystemStatus(CallContext context) {
    List<SystemStatus.ServiceStatus> seen = fleet.services();
    return Result.success(
        new SystemStatus(
            seen.stream().allMatch(service -> service.state().equals("HEALTHY")),
            fleet.version(),
            fleet.deviceId(),
            fleet.deploymentMode(),
            clock.now(),
            clock.base(),
            fleet.simulated(),
            context.account().value(),
            mode(context),
            store.lastCycle(context.account()).orElse(null),
            store.nextCycleAt(context.account()).orElse(null),
            seen));
  }

  private @Nullable TradingMode mode(CallContext context) {
    return switch (services.trading().getMode(context)) {
      case Result.Success<TradingMode>(TradingMode mode) -> mode;
      case Result.Failure<TradingMode> unknown -> null;
    };
  }

  @Override
  public Result<SystemMetrics> getMetrics(CallContext context) {
    return Result.success(fleet.metrics());
  }

  @Override
  public Result<CycleReport> triggerTradingCycle(
      CallContext context, CycleCommand command, ProgressSink<CycleProgress> progress) {
    return cycles.run(context, command, progress);
  }

  @Override
  public Result<Summary> processDeposit(CallContext context, DepositCommand command) {
    if (!command.amount().isPositive()) {
      return Result.failure(
          Problem.invalid("amount", "expected an amount above zero, found " + command.amount()));
    }
    return ensureAccount(context)
        .then(
            account ->
                services
                    .trading()
                    .paperCashFlow(
                        context, new PaperCashFlow(command.commandId(), command.amount())))
        .then(booked -> services.trading().reconcile(context))
        .then(report -> summaryAfter(context, report));
  }

  private Result<Summary> summaryAfter(CallContext context, ReconcileReport report) {
    return getPortfolio(context.withDecisionTime(clock.now()))
        .map(summary -> report.differences().isEmpty() ? summary : with(summary, report));
  }

  private static Summary with(Summary summary, ReconcileReport report) {
    return withUnknown(summary, report.differences());
  }

  /** The account, opened on paper with the base currency EUR when it is not there yet. */
  private Result<Account> ensureAccount(CallContext context) {
    return services
        .portfolio()
        .listAccounts(context)
        .then(
            accounts ->
                accounts.accounts().stream()
                    .filter(account -> account.accountId().equals(context.account()))
                    .findFirst()
                    .map(Result::success)
                    .orElseGet(() -> open(context)));
  }

  private Result<Account> open(CallContext context) {
    return services
        .portfolio()
        .createAccount(
            context,
            new CreateAccount(
                CommandId.of("open-" + context.account()),
                context.account(),
                Currency.EUR,
                "paper",
                Environment.PAPER));
  }

  @Override
  public Result<Summary> getPortfolio(CallContext context) {
    return switch (services.trading().getOpenExposure(context)) {
      case Result.Success<OpenExposure>(OpenExposure exposure) ->
          services.portfolio().getSummary(context, exposure);
      case Result.Failure<OpenExposure>(Problem problem) ->
          services
              .portfolio()
              .getSummary(context, OpenExposure.NONE)
              .map(
                  summary ->
                      withUnknown(
                          summary,
                          List.of(
                              "open orders and what they reserve: trading says "
                                  + problem.message())));
    };
  }

  private static Summary withUnknown(Summary summary, List<String> more) {
    List<String> unknown = new ArrayList<>(summary.unknown());
    unknown.addAll(more);
    return new Summary(
        summary.account(),
        summary.baseCurrency(),
        summary.decisionTime(),
        summary.cash(),
        summary.holdings(),
        summary.total(),
        summary.deposited(),
        summary.balances(),
        summary.positions(),
        summary.rates(),
        unknown,
        summary.openOrders());
  }

  @Override
  public Result<Job> triggerJob(CallContext context, JobCommand command) {
    return jobs.trigger(context, command);
  }

  @Override
  public Result<Job> getJobStatus(CallContext context, String jobId) {
    return jobs.status(jobId);
  }

  @Override
  public Result<Jobs> listJobs(CallContext context) {
    return jobs.list();
  }

  @Override
  public Result<ArchivedPlans> listPlans(CallContext context, int limit) {
    if (limit < 1 || limit > PLANS_LISTED_MAX) {
      return Result.failure(
          Problem.invalid("limit", "expected 1 to " + PLANS_LISTED_MAX + ", found " + limit));
    }
    return Result.success(new ArchivedPlans(store.plans(context.account(), limit)));
  }

  @Override
  public void close() {
    jobs.close();
  }
}
