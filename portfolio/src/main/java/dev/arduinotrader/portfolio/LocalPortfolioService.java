package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.OpenAccounts.ifFaultless;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.event.EventSource;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.model.Allocator;
import dev.arduinotrader.portfolio.model.Appraiser;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.portfolio.model.SnapshotBuilder;
import dev.arduinotrader.portfolio.model.Valuation;
import dev.arduinotrader.portfolio.store.AccountState;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import dev.arduinotrader.universe.UniverseService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The portfolio in this process: reads the books, asks the universe, calls the pure core. */
final class LocalPortfolioService implements PortfolioService {
  private final PortfolioStore store;
  private final EventSource events;
  private final Supplier<ServiceHealth> health;
  private final MarketReader market;
  private final Appraisals appraisals;
  private final LastKnownValues lastKnown;
  private final DepositedMoney deposited;
  private final LocalBooks books;
  private final LocalPolicies policies;
  private final OpenAccounts accounts;
  private final DayValuer days;
  private final PerformanceReader performance;
  private final TraderClock clock;

  LocalPortfolioService(
      PortfolioStore store,
      EventSource events,
      Supplier<ServiceHealth> health,
      UniverseService universe,
      TraderClock clock) {
    this.store = store;
    this.events = events;
    this.health = health;
    this.market = new MarketReader(universe);
    this.appraisals = new Appraisals(store, market);
    this.lastKnown = new LastKnownValues(store);
    HistoricRates rates = new HistoricRates(market);
    this.deposited = new DepositedMoney(rates);
    this.accounts = new OpenAccounts(store);
    this.books =
        new LocalBooks(store, accounts, market, appraisals, new ResultReader(rates), clock);
    this.policies = new LocalPolicies(store, accounts, market, clock);
    this.days = new DayValuer(store, market, deposited);
    this.performance = new PerformanceReader(market, new PastMarket(universe));
    this.clock = clock;
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
  public Result<Account> createAccount(CallContext context, CreateAccount command) {
    return ifFaultless(
        AccountRules.faults(command),
        () ->
            store.createAccount(
                command,
                DefaultPolicy.of(command.baseCurrency(), command.environment()),
                context.actor(),
                clock.now()));
  }

  @Override
  public Result<Accounts> listAccounts(CallContext context) {
    return Result.success(new Accounts(store.accounts()));
  }

  @Override
  public Result<Positions> getPositions(CallContext context) {
    return accounts
        .of(context)
        .then(
            state ->
                appraisals
                    .held(context, state, OpenExposure.NONE)
                    .map(appraised -> new Positions(explained(context, appraised))));
  }

  private List<Position> explained(CallContext context, Appraisals.Appraised appraised) {
    return lastKnown.explained(
        context.account(), appraised.valuation().positions(), context.decisionTime());
  }

  @Override
  public Result<Position> getPosition(CallContext context, Isin isin) {
    return getPositions(context)
        .then(
            positions ->
                positions.positions().stream()
                    .filter(position -> position.isin().equals(isin))
                    .findFirst()
                    .map(Result::success)
                    .orElseGet(
                        () ->
                            PortfolioReason.POSITION_UNKNOWN.failure(
                                "account " + context.account() + " holds nothing of " + isin)));
  }

  @Override
  public Result<CashBalances> getCashBalance(CallContext context, OpenExposure exposure) {
    return accounts
        .of(context)
        .then(
            state ->
                market
                    .rates(
                        context,
                        state.account().baseCurrency(),
                        Appraiser.currencies(state.books(), exposure),
                        state.books().latestTraded())
                    .map(
                        seen ->
                            new CashBalances(
                                Appraiser.cash(
                                    state.books(), exposure, seen, context.decisionTime()))));
  }

  @Override
  public Result<Summary> getSummary(CallContext context, OpenExposure exposure) {
    return accounts
        .of(context)
        .then(
            state ->
                appraisals
                    .held(context, state, exposure)
                    .then(appraised -> summary(context, state, exposure, appraised)));
  }

  private Result<Summary> summary(
      CallContext context,
      AccountState state,
      OpenExposure exposure,
      Appraisals.Appraised appraised) {
    Valuation valuation = appraised.valuation();
    return deposited
        .sum(context, state.account().baseCurrency(), state.books().ownerFlows())
        .map(
            paidIn -> {
              List<String> unknown = new ArrayList<>(valuation.unknown());
              if (paidIn.isEmpty()) {
                unknown.add("what was paid in: a rate of one of those days is missing");
              }
              return new Summary(
                  state.account(),
                  state.account().baseCurrency(),
                  context.decisionTime(),
                  valuation.cashInBase().orElse(null),
                  valuation.holdingsInBase().orElse(null),
                  valuation.total().orElse(null),
                  paidIn.orElse(null),
                  valuation.cash(),
                  explained(context, appraised),
                  appraised.market().rates(),
                  unknown,
                  exposure.orders());
            });
  }

  @Override
  public Result<Snapshot> getSnapshot(CallContext context, OpenExposure exposure) {
    return accounts
        .of(context)
        .then(
            state -> {
              if (state.bookedSequence() < exposure.executionSequence()) {
                return behind(state, exposure.executionSequence());
              }
              return appraisals
                  .of(context, state, exposure, isin -> true)
                  .then(
                      appraised ->
                          alert(context, appraised.entitlements())
                              .then(
                                  done ->
                                      keep(
                                          snapshot(context, state, exposure, appraised.market()))));
            });
  }

  private Result<Done> alert(CallContext context, List<Entitlement> entitlements) {
    List<Entitlement> alarming = entitlements.stream().filter(Entitlement::isAlarming).toList();
    return alarming.isEmpty()
        ? Result.success(Done.DONE)
        : store.alert(context.account(), alarming, clock.now());
  }

  private static Snapshot snapshot(
      CallContext context, AccountState state, OpenExposure exposure, Market seen) {
    return SnapshotBuilder.build(
        state.account().accountId(),
        context.decisionTime(),
        state.books(),
        exposure,
        seen,
        state.policy());
  }

  private Result<Snapshot> keep(Snapshot snapshot) {
    return store.keepSnapshot(snapshot, clock.now()).map(done -> snapshot);
  }

  private static <T> Result<T> behind(AccountState state, long sequence) {
    return PortfolioReason.BOOKS_BEHIND.failure(
        "expected the books of %s at number %d of trading's outbox, found %d\nMaybe book first."
            .formatted(state.account().accountId(), sequence, state.bookedSequence()));
  }

  @Override
  public Result<Snapshot> findSnapshot(CallContext context, String snapshotId) {
    return accounts
        .of(context)
        .then(
            state ->
                store
                    .findSnapshot(context.account(), snapshotId)
                    .map(Result::success)
                    .orElseGet(
                        () ->
                            PortfolioReason.SNAPSHOT_UNKNOWN.failure(
                                "account %s keeps its newest %d snapshots, found no '%s' among them"
                                    .formatted(
                                        context.account(),
                                        PortfolioStore.SNAPSHOTS_MAX,
                                        snapshotId))));
  }

  @Override
  public Result<DailyValuations> listValuations(CallContext context, ValuationQuery query) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    DayValuer.faults(query, context.decisionTime()),
                    () -> days.read(context, state.account(), query)));
  }

  @Override
  public Result<Performance> getPerformance(CallContext context, PerformanceQuery query) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    PerformanceReader.faults(query, context.decisionTime()),
                    () ->
                        performance.read(
                            context,
                            state.account().baseCurrency(),
                            store.movements(context.account()),
                            query)));
  }

  @Override
  public Result<Allocation> getAllocation(CallContext context, AllocationQuery query) {
    Set<Isin> targeted =
        query.targets().stream()
            .map(AllocationQuery.TargetWeight::isin)
            .collect(Collectors.toSet());
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    query.faults(),
                    () ->
                        appraisals
                            .heldAnd(context, state, targeted)
                            .map(
                                appraised ->
                                    Allocator.allocation(
                                        appraised.valuation(),
                                        appraised.market(),
                                        state.policy().policy(),
                                        query))));
  }

  @Override
  public Result<BookingReceipt> bookExecutions(CallContext context, Booking booking) {
    return books.bookExecutions(context, booking);
  }

  @Override
  public Result<RecordReceipt> recordMovements(CallContext context, RecordMovements command) {
    return books.recordMovements(context, command);
  }

  @Override
  public Result<LotPage> listLots(CallContext context, LotQuery query) {
    return books.listLots(context, query);
  }

  @Override
  public Result<Results> listResults(CallContext context, ResultQuery query) {
    return books.listResults(context, query);
  }

  @Override
  public Result<StatementComparison> reconcileStatement(
      CallContext context, BrokerStatement statement) {
    return books.reconcileStatement(context, statement);
  }

  @Override
  public Result<LedgerPage> listLedger(CallContext context, LedgerQuery query) {
    return books.listLedger(context, query);
  }

  @Override
  public Result<BooksPage> exportBooks(CallContext context, BooksQuery query) {
    return books.exportBooks(context, query);
  }

  @Override
  public Result<BooksVerification> verifyBooks(CallContext context) {
    return books.verifyBooks(context);
  }

  @Override
  public Result<PolicyVersions> listPolicies(CallContext context, PolicyQuery query) {
    return policies.listPolicies(context, query);
  }

  @Override
  public Result<PolicyVersion> getPolicy(CallContext context) {
    return policies.getPolicy(context);
  }

  @Override
  public Result<PolicyVersion> updatePolicy(CallContext context, UpdatePolicy command) {
    return policies.updatePolicy(context, command);
  }
}
