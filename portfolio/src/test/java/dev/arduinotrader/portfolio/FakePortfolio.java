package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.model.Appraiser;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.DefaultPolicy;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.portfolio.model.SnapshotBuilder;
import dev.arduinotrader.portfolio.model.StatementRules;
import dev.arduinotrader.portfolio.model.Valuation;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio in memory for the tests of other modules: one account, paper-1 in EUR, with the books
 * that a test's movements make. Prices and rates are what the test says, at any decision time.
 *
 * <p>It books as the real one does: by outbox number, each number and source id once, no gap, no
 * older epoch. What a test puts in with {@link #cash} and {@link #holding} has no outbox number.
 */
public final class FakePortfolio implements PortfolioService {
  private static final Instant OPENED = Instant.parse("2020-01-01T00:00:00Z");

  private Account account =
      new Account(AccountId.of("paper-1"), Currency.EUR, "paper", Environment.PAPER, OPENED);
  private final NavigableMap<Isin, SnapshotSecurity> securities = new TreeMap<>();
  private final NavigableMap<Currency, FxRate> rates = new TreeMap<>();
  private final List<BrokerMovement> given = new ArrayList<>();
  private final List<BrokerMovement> booked = new ArrayList<>();
  private final List<Booking> bookings = new ArrayList<>();
  private final Map<String, Snapshot> snapshots = new HashMap<>();
  private PolicyVersion policy =
      new PolicyVersion(1, "test", OPENED, DefaultPolicy.of(Currency.EUR, Environment.PAPER));
  private long epoch;
  private int unconfirmed;
  private @Nullable Problem outage;

  /** The account was opened for real money. */
  public synchronized FakePortfolio live() {
    account =
        new Account(account.accountId(), account.baseCurrency(), "paper", Environment.LIVE, OPENED);
    return this;
  }

  /** The universe's facts about a security, without a price. */
  public synchronized FakePortfolio with(Security security) {
    securities.put(
        security.isin(),
        new SnapshotSecurity(
            security.isin(),
            security.symbol(),
            security.name(),
            security.country(),
            security.industry(),
            security.exchange(),
            security.quoteUnit(),
            security.lot(),
            security.tradable(),
            null,
            null));
    return this;
  }

  /** What a security costs from now on, in its quote unit. */
  public synchronized FakePortfolio price(Isin isin, String price, Instant at) {
    SnapshotSecurity known = securities.get(isin);
    if (known == null) {
      throw new IllegalArgumentException("expected with(security) before a price of " + isin);
    }
    securities.put(
        isin,
        new SnapshotSecurity(
            isin,
            known.symbol(),
            known.name(),
            known.country(),
            known.industry(),
            known.exchange(),
            known.quoteUnit(),
            known.lot(),
            known.tradable(),
            Price.of(price, known.quoteUnit()),
            at));
    return this;
  }

  /** 1 EUR = {@code rate} of another currency. */
  public synchronized FakePortfolio rate(Currency quote, String rate) {
    rates.put(quote, new FxRate(Currency.EUR, quote, Decimals.parse(rate), OPENED, "fake"));
    return this;
  }

  /** Adds cash that was always there; may be negative. */
  public synchronized FakePortfolio cash(String amount, Currency currency) {
    Money money = Money.of(amount, currency);
    given.add(
        new BrokerMovement.CashFlow(
            0, nextGivenId(), OPENED, CashFlowKind.DEPOSIT, money, "given"));
    return this;
  }

  /** Adds units that were bought at an instant for their whole cost; the cash is as before. */
  public synchronized FakePortfolio holding(
      Isin isin, String quantity, Price price, Instant boughtAt) {
    Quantity units = Quantity.of(quantity);
    Money gross = price.times(units);
    given.add(
        new BrokerMovement.Execution(
            0,
            nextGivenId(),
            boughtAt,
            ClientOrderId.of("given"),
            isin,
            Side.BUY,
            units,
            price,
            gross,
            Money.zero(gross.currency())));
    return cash(gross.amount().toPlainString(), gross.currency());
  }

  private String nextGivenId() {
    return "given-" + given.size();
  }

  /** The policy from now on, as a new version. */
  public synchronized FakePortfolio policy(InvestmentPolicy newPolicy) {
    policy = new PolicyVersion(policy.version() + 1, "test", OPENED, newPolicy);
    return this;
  }

  /** From now on every call fails like this; null ends it. */
  public synchronized FakePortfolio failWith(@Nullable Problem problem) {
    outage = problem;
    return this;
  }

  /** From now on it says that it has booked so many entries fewer than it has. */
  public synchronized FakePortfolio unconfirmed(int entries) {
    unconfirmed = entries;
    return this;
  }

  /** As if the service could not be reached; {@link #failWith} with null ends it. */
  public FakePortfolio unreachable() {
    return failWith(CommonReason.UNAVAILABLE.problem("the fake portfolio was told to be away"));
  }

  /** Every movement booked through the service, each once, in the order of the outbox numbers. */
  public synchronized List<BrokerMovement> booked() {
    return List.copyOf(booked);
  }

  /** Every delivery as it came, repeats included. */
  public synchronized List<Booking> bookings() {
    return List.copyOf(bookings);
  }

  private Books books() {
    return Books.of(movements());
  }

  private List<BrokerMovement> movements() {
    List<BrokerMovement> all = new ArrayList<>(given);
    all.addAll(booked);
    return all;
  }

  private Market market() {
    return new Market(Currency.EUR, securities.values(), rates.values(), Map.of());
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return answer(() -> Result.success(new ServiceHealth(true, "test", "ok", "test", List.of())));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return answer(() -> Result.success(Done.DONE));
  }

  @Override
  public Result<Account> createAccount(CallContext context, CreateAccount command) {
    return answer(
        () ->
            command.accountId().equals(account.accountId())
                ? Result.success(account)
                : CommonReason.UNIMPLEMENTED.failure("the fake portfolio has one account"));
  }

  @Override
  public Result<Accounts> listAccounts(CallContext context) {
    return answer(() -> Result.success(new Accounts(List.of(account))));
  }

  @Override
  public Result<Positions> getPositions(CallContext context) {
    return forAccount(context, () -> Result.success(new Positions(value().positions())));
  }

  @Override
  public Result<Position> getPosition(CallContext context, Isin isin) {
    return forAccount(
        context,
        () ->
            value().positions().stream()
                .filter(position -> position.isin().equals(isin))
                .findFirst()
                .map(Result::success)
                .orElseGet(() -> PortfolioReason.POSITION_UNKNOWN.failure("nothing of " + isin)));
  }

  private Valuation value() {
    return Appraiser.appraise(books(), OpenExposure.NONE, market());
  }

  @Override
  public Result<CashBalances> getCashBalance(CallContext context, OpenExposure exposure) {
    return forAccount(
        context,
        () -> Result.success(new CashBalances(Appraiser.cash(books(), exposure, market()))));
  }

  @Override
  public Result<Summary> getSummary(CallContext context, OpenExposure exposure) {
    return forAccount(
        context,
        () -> {
          Valuation value = Appraiser.appraise(books(), exposure, market());
          return Result.success(
              new Summary(
                  account,
                  Currency.EUR,
                  context.decisionTime(),
                  value.cashInBase().orElse(null),
                  value.holdingsInBase().orElse(null),
                  value.total().orElse(null),
                  null,
                  value.cash(),
                  value.positions(),
                  market().rates(),
                  value.unknown(),
                  exposure.orders()));
        });
  }

  @Override
  public Result<Snapshot> getSnapshot(CallContext context, OpenExposure exposure) {
    return forAccount(
        context,
        () -> {
          if (booked.size() < exposure.executionSequence()) {
            return PortfolioReason.BOOKS_BEHIND.failure(
                "booked " + booked.size() + " of " + exposure.executionSequence());
          }
          Snapshot snapshot =
              SnapshotBuilder.build(
                  account.accountId(), context.decisionTime(), books(), exposure, market(), policy);
          snapshots.put(snapshot.snapshotId(), snapshot);
          return Result.success(snapshot);
        });
  }

  @Override
  public Result<Snapshot> findSnapshot(CallContext context, String snapshotId) {
    return forAccount(
        context,
        () -> {
          Snapshot found = snapshots.get(snapshotId);
          return found == null
              ? PortfolioReason.SNAPSHOT_UNKNOWN.failure("no snapshot " + snapshotId)
              : Result.success(found);
        });
  }

  @Override
  public Result<BookingReceipt> bookExecutions(CallContext context, Booking booking) {
    return forAccount(context, () -> book(booking));
  }

  private Result<BookingReceipt> book(Booking booking) {
    bookings.add(booking);
    if (booking.tradingEpoch() < epoch) {
      return PortfolioReason.EPOCH_OUTDATED.failure("epoch " + epoch + " has booked before");
    }
    List<BrokerMovement> fresh = new ArrayList<>();
    for (BrokerMovement movement : booking.movements()) {
      long next = booked.size() + fresh.size() + 1L;
      if (movement.sequence() > next) {
        return PortfolioReason.SEQUENCE_GAP.failure(
            "expected number " + next + ", found " + movement.sequence());
      }
      if (movement.sequence() == next) {
        fresh.add(movement);
      } else if (!booked.get((int) movement.sequence() - 1).equals(movement)) {
        return PortfolioReason.SOURCE_CONFLICT.failure(
            "number " + movement.sequence() + " was booked with another content");
      }
    }
    epoch = booking.tradingEpoch();
    booked.addAll(fresh);
    return Result.success(new BookingReceipt(booked.size() - unconfirmed));
  }

  /** Booked without a look at them; they have no outbox number. */
  @Override
  public Result<RecordReceipt> recordMovements(CallContext context, RecordMovements command) {
    return forAccount(
        context,
        () -> {
          if (!command.dryRun()) {
            given.addAll(command.movements());
          }
          return Result.success(new RecordReceipt(command.movements().size(), 0));
        });
  }

  @Override
  public Result<LotPage> listLots(CallContext context, LotQuery query) {
    return forAccount(context, () -> Result.success(LotReader.read(movements(), query)));
  }

  /** None; the fake knows no rates of the past. */
  @Override
  public Result<Results> listResults(CallContext context, ResultQuery query) {
    return forAccount(context, () -> Result.success(new Results(List.of(), true)));
  }

  /** None; the fake has no past. */
  @Override
  public Result<DailyValuations> listValuations(CallContext context, ValuationQuery query) {
    return forAccount(context, () -> Result.success(new DailyValuations(List.of())));
  }

  /** Every figure absent: a fake knows no past. */
  @Override
  public Result<Performance> getPerformance(CallContext context, PerformanceQuery query) {
    return forAccount(
        context,
        () ->
            Result.success(
                new Performance(
                    Currency.EUR,
                    query.from(),
                    query.to(),
                    Arrays.stream(Measure.values())
                        .map(each -> new Performance.Figure(each, null, "", "a fake knows no past"))
                        .toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));
  }

  @Override
  public Result<Allocation> getAllocation(CallContext context, AllocationQuery query) {
    return forAccount(
        context,
        () ->
            Result.success(
                new Allocation(
                    null, null, List.of(), List.of(), List.of("a fake values nothing"))));
  }

  /** Compares only; adjusts nothing. */
  @Override
  public Result<StatementComparison> reconcileStatement(
      CallContext context, BrokerStatement statement) {
    return forAccount(
        context,
        () -> {
          List<String> differences = StatementRules.differences(books(), statement);
          return Result.success(new StatementComparison(differences.isEmpty(), differences));
        });
  }

  /** Every movement as a transaction without postings. */
  @Override
  public Result<LedgerPage> listLedger(CallContext context, LedgerQuery query) {
    return forAccount(
        context,
        () -> {
          List<LedgerTransaction> ledger = new ArrayList<>();
          for (BrokerMovement movement : movements()) {
            ledger.add(
                new LedgerTransaction(
                    ledger.size() + 1L,
                    movement.sourceId(),
                    movement.getClass().getSimpleName(),
                    movement.at(),
                    movement.at(),
                    "fake",
                    List.of()));
          }
          return Result.success(
              new LedgerPage(
                  ledger.stream().skip(query.afterTransaction()).limit(query.limit()).toList()));
        });
  }

  @Override
  public Result<BooksPage> exportBooks(CallContext context, BooksQuery query) {
    return forAccount(
        context,
        () ->
            Result.success(
                new BooksPage(
                    movements().stream().skip(query.skip()).limit(query.limit()).toList(),
                    movements().size())));
  }

  @Override
  public Result<PolicyVersions> listPolicies(CallContext context, PolicyQuery query) {
    return forAccount(context, () -> Result.success(new PolicyVersions(List.of(policy))));
  }

  @Override
  public Result<BooksVerification> verifyBooks(CallContext context) {
    return forAccount(
        context, () -> Result.success(new BooksVerification(booked.size(), 0, List.of())));
  }

  @Override
  public Result<PolicyVersion> getPolicy(CallContext context) {
    return forAccount(context, () -> Result.success(policy));
  }

  @Override
  public Result<PolicyVersion> updatePolicy(CallContext context, UpdatePolicy command) {
    return forAccount(
        context,
        () -> {
          if (command.basedOnVersion() != policy.version()) {
            return PortfolioReason.POLICY_CHANGED.failure("version is " + policy.version());
          }
          policy(command.policy());
          return Result.success(policy);
        });
  }

  private <T> Result<T> forAccount(CallContext context, Supplier<Result<T>> call) {
    return answer(
        () ->
            context.account().equals(account.accountId())
                ? call.get()
                : PortfolioReason.ACCOUNT_UNKNOWN.failure("no account " + context.account()));
  }

  private synchronized <T> Result<T> answer(Supplier<Result<T>> call) {
    Problem problem = outage;
    return problem == null ? call.get() : Result.failure(problem);
  }
}
