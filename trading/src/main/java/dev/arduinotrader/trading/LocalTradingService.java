package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.broker.PaperCash;
import dev.arduinotrader.trading.desk.CashRepairs;
import dev.arduinotrader.trading.desk.DeskTools;
import dev.arduinotrader.trading.desk.Leases;
import dev.arduinotrader.trading.desk.Progressed;
import dev.arduinotrader.trading.desk.TradeDesk;
import dev.arduinotrader.trading.model.GateVerdict;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingBook.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Trading in this process: binds the account, lets the desk work, and shows what is stored. */
final class LocalTradingService implements TradingService {
  private static final int HISTORY_MAX = 1_000;

  private final DeskTools tools;
  private final PaperCash paperCash;
  private final Supplier<ServiceHealth> health;
  private final Leases leases;
  private final TradeDesk desk;
  private final CashRepairs repairs;
  private final AccountBinding binding;
  private final BrokerWatch broker;
  private final Switchboard switchboard;
  private final Runnable onWork;

  /**
   * @param health tries what the service needs
   * @param onWork told when there may be something to carry on with
   */
  LocalTradingService(
      DeskTools tools, PaperCash paperCash, Supplier<ServiceHealth> health, Runnable onWork) {
    this.tools = tools;
    this.paperCash = paperCash;
    this.health = health;
    this.leases = new Leases(tools.haltFile(), tools.outdated());
    this.desk = new TradeDesk(tools, leases);
    this.repairs = new CashRepairs(tools, desk);
    this.binding = new AccountBinding(tools.store(), tools.portfolio(), tools.broker());
    this.broker = new BrokerWatch(account -> tools.broker().abilities(account).name());
    this.switchboard = new Switchboard(tools, leases);
    this.onWork = onWork;
  }

  @Override
  public Result<Trade> executeTrade(CallContext context, TradeCommand command) {
    return bound(
        context,
        account -> {
          Result<Trade> trade = desk.execute(context, command).map(this::view);
          onWork.run();
          return trade;
        });
  }

  @Override
  public Result<BatchResult> batchExecuteTrades(CallContext context, TradeBatch batch) {
    return BatchTrading.execute(batch, command -> executeTrade(context, command));
  }

  @Override
  public Result<Flattened> flatten(CallContext context, HaltCommand command) {
    if (command.reason().isBlank()) {
      return Result.failure(Problem.invalid("reason", "expected why to flatten, found none"));
    }
    return bound(
            context,
            account -> switchboard.reduce(context, command).then(done -> close(context, command)))
        .map(
            flattening -> {
              onWork.run();
              return new Flattened(
                  switchboard.show(account(context.account())),
                  flattening.cancelled().stream().map(this::view).toList(),
                  flattening.sales().stream().map(this::view).toList(),
                  flattening.leftovers());
            });
  }

  private Result<Flattening> close(CallContext context, HaltCommand command) {
    CallContext now = context.withDecisionTime(tools.clock().now());
    return new Flattening(tools, desk, now, command).run();
  }

  @Override
  public Result<TradeValidation> validateTrade(CallContext context, TradeCommand command) {
    return bound(
        context,
        account -> {
          GateVerdict verdict = desk.judge(context, command);
          return Result.success(new TradeValidation(verdict.findings(), verdict.estimatedCash()));
        });
  }

  @Override
  public Result<Trade> getTradeStatus(CallContext context, String tradeId) {
    return find(context, tradeId).map(this::view);
  }

  private Result<Intent> find(CallContext context, String tradeId) {
    return bound(
        context,
        account ->
            tools
                .store()
                .read(book -> book.intent(tradeId))
                .filter(intent -> intent.accountId().equals(account.accountId()))
                .map(Result::success)
                .orElseGet(
                    () ->
                        TradingReason.TRADE_NOT_FOUND.failure(
                            "expected a trade of account %s, found no %s"
                                .formatted(account.accountId(), tradeId))));
  }

  @Override
  public Result<TradePage> getTradeHistory(CallContext context, TradeQuery query) {
    if (query.limit() < 1 || query.limit() > HISTORY_MAX) {
      return Result.failure(
          Problem.invalid("limit", "expected 1 to " + HISTORY_MAX + ", found " + query.limit()));
    }
    return bound(
        context,
        account ->
            Result.success(
                tools
                    .store()
                    .read(
                        book ->
                            new TradePage(
                                book.newest(account.accountId(), query.limit()).stream()
                                    .map(intent -> TradeViews.trade(book, intent))
                                    .toList()))));
  }

  @Override
  public Result<Trade> cancelTrade(CallContext context, CancelCommand command) {
    Wish wish = new Wish("CancelTrade", command);
    return find(context, command.tradeId())
        .then(
            intent ->
                isDone(context, command.commandId(), wish)
                    .then(
                        done ->
                            done ? Result.success(intent) : cancel(context, command, wish, intent)))
        .map(this::view);
  }

  private Result<Intent> cancel(
      CallContext context, CancelCommand command, Wish wish, Intent intent) {
    return desk.cancel(context, intent)
        .then(after -> remember(context, command.commandId(), wish).map(done -> after));
  }

  @Override
  public Result<OpenExposure> getOpenExposure(CallContext context) {
    return bound(
        context,
        account ->
            Result.success(
                tools
                    .store()
                    .read(
                        book ->
                            TradeViews.exposure(
                                book.account(account.accountId()).orElseThrow(),
                                book.active(account.accountId())))));
  }

  @Override
  public Result<ReconcileReport> reconcile(CallContext context) {
    return bound(
        context,
        account ->
            carryOn(context, true)
                .then(passed -> passed.booked().then(booked -> compare(context, passed, booked))));
  }

  /** Compares once the books have heard everything; until then they cannot agree. */
  private Result<ReconcileReport> compare(CallContext context, Progressed passed, long booked) {
    AccountState account = account(context.account());
    AccountStatement statement = passed.statement();
    BrokerStatement complete =
        new BrokerStatement(
            statement.at(), account.outboxLast(), statement.cash(), statement.holdings());
    Result<StatementComparison> compared =
        tools
            .portfolio()
            .reconcileStatement(context.withDecisionTime(tools.clock().now()), complete);
    return compared.map(
        comparison -> {
          List<String> differences = new ArrayList<>(comparison.differences());
          if (booked != account.outboxLast()) {
            differences.add(
                "expected books at entry %d of the outbox, found them at %d"
                    .formatted(account.outboxLast(), booked));
          }
          List<String> repaired = repairs.look(context, statement, differences.isEmpty());
          return new ReconcileReport(
              passed.ordersChecked(), passed.executionsAdded(), booked, differences, repaired);
        });
  }

  /**
   * Carries an account on, for the poller and for reconcile.
   *
   * @param askAll also ask the broker about orders of which nothing is in doubt
   */
  Result<Progressed> carryOn(CallContext context, boolean askAll) {
    Result<Progressed> progressed = desk.carryOn(context, askAll);
    switch (progressed) {
      case Result.Success<Progressed> ignored ->
          broker.answered(context.account(), tools.clock().now());
      case Result.Failure<Progressed>(Problem problem) -> broker.failed(context.account(), problem);
    }
    return progressed;
  }

  @Override
  public Result<TradingMode> getMode(CallContext context) {
    return bound(context, account -> Result.success(switchboard.show(account)));
  }

  @Override
  public Result<TradingMode> setMode(CallContext context, SetMode command) {
    return bound(
        context,
        account -> mayBegin(context, command).then(done -> switchboard.setMode(context, command)));
  }

  private Result<Done> mayBegin(CallContext context, SetMode command) {
    return switch (command.mode()) {
      case RESEARCH -> Result.success(Done.DONE);
      case PAPER ->
          tools.broker().identity(context.account()).map(BrokerIdentity::money).stream()
                  .anyMatch(MoneyKind.REAL::equals)
              ? TradingReason.ACCOUNT_MISMATCH.failure(
                  "expected LIVE or RESEARCH for %s, whose money is real, found PAPER"
                      .formatted(context.account()))
              : Result.success(Done.DONE);
      case LIVE -> preflight(context, command);
    };
  }

  /** Everything that is missing for real money to move is said at once. */
  private Result<Done> preflight(CallContext context, SetMode command) {
    return reconcile(context)
        .then(
            report ->
                tools
                    .portfolio()
                    .listAccounts(context)
                    .then(
                        accounts -> {
                          List<String> missing =
                              LivePreflight.missing(
                                  context.account(),
                                  accounts,
                                  switchboard.show(account(context.account())),
                                  report,
                                  examination(context),
                                  command);
                          return missing.isEmpty()
                              ? Result.success(Done.DONE)
                              : TradingReason.LIVE_REFUSED.failure(String.join("\n", missing));
                        }));
  }

  @Override
  public Result<TradingMode> halt(CallContext context, HaltCommand command) {
    return bound(context, account -> switchboard.halt(context, command));
  }

  @Override
  public Result<TradingMode> resume(CallContext context, HaltCommand command) {
    return bound(
        context,
        account ->
            RestoredOrders.isHalted(account)
                ? reconcile(context)
                    .then(report -> agreed(context, report))
                    .then(done -> switchboard.resume(context, command))
                : switchboard.resume(context, command));
  }

  /** After a restore: books and broker say the same, and no order's fate is unknown. */
  private Result<Done> agreed(CallContext context, ReconcileReport report) {
    List<String> open = new ArrayList<>(report.differences());
    tools.store().read(book -> book.active(context.account())).stream()
        .flatMap(intent -> intent.orders().stream())
        .filter(order -> order.state() == OrderState.UNKNOWN)
        .forEach(order -> open.add("the fate of order " + order.clientOrderId() + " is unknown"));
    return open.isEmpty()
        ? Result.success(Done.DONE)
        : TradingReason.NOT_RECONCILED.failure(
            "expected that a restored account agrees with its broker, found: %s\nMaybe reconcile until it does: trader cycle --dry-run, or portfolio reconcile."
                .formatted(String.join("; ", open)));
  }

  @Override
  public Result<BrokerStatus> getBrokerStatus(CallContext context) {
    return bound(context, account -> Result.success(broker.status(account.accountId())));
  }

  @Override
  public Result<BrokerTest> testBroker(CallContext context) {
    return bound(context, account -> Result.success(examination(context)));
  }

  private BrokerTest examination(CallContext context) {
    ClientOrderId neverSent = ClientOrderId.of("test-" + tools.ids().next());
    return new BrokerExamination(tools.broker(), context, neverSent).run();
  }

  @Override
  public Result<Done> paperCashFlow(CallContext context, PaperCashFlow command) {
    if (command.amount().isZero()) {
      return Result.failure(
          Problem.invalid("amount", "expected money to pay in or out, found " + command.amount()));
    }
    Wish wish = new Wish("PaperCashFlow", command);
    return bound(
        context,
        account ->
            isDone(context, command.commandId(), wish)
                .then(done -> done ? Result.success(Done.DONE) : moveCash(context, command, wish)));
  }

  /** Booked at the broker first, under a name that a repeat has too; then it comes as its news. */
  private Result<Done> moveCash(CallContext context, PaperCashFlow command, Wish wish) {
    String movementId = "cash-" + command.commandId();
    return checkPayout(context, command.amount())
        .then(done -> paperCash.move(context, movementId, command.amount()))
        .then(done -> remember(context, command.commandId(), wish))
        .map(
            done -> {
              // What fails here is taken in with the next pass.
              carryOn(context, false);
              onWork.run();
              return done;
            });
  }

  private Result<Done> checkPayout(CallContext context, Money amount) {
    return amount.isPositive()
        ? Result.success(Done.DONE)
        : carryOn(context, false)
            .then(passed -> checkFree(context, amount.negated(), passed.statement()));
  }

  private Result<Done> checkFree(CallContext context, Money wanted, AccountStatement statement) {
    Currency currency = wanted.currency();
    Money free = statement.cashIn(currency);
    for (Intent intent : tools.store().read(book -> book.active(context.account()))) {
      for (Order order : intent.orders()) {
        Money reserved = order.progress().reserved();
        if (reserved != null && reserved.currency().equals(currency)) {
          free = free.minus(reserved);
        }
      }
    }
    return wanted.isGreaterThan(free)
        ? TradingReason.NOT_ENOUGH_CASH.failure(
            "expected at least %s that no open order holds, found %s".formatted(wanted, free))
        : Result.success(Done.DONE);
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return Result.success(health.get().with(List.of(broker.finding(tools.clock().now()))));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return tools.store().events().watch(context, afterSequence, events);
  }

  private <T> Result<T> bound(CallContext context, Function<AccountState, Result<T>> work) {
    return binding
        .bind(context)
        .then(
            account -> {
              leases.epoch(account);
              return work.apply(account);
            });
  }

  private Result<Boolean> isDone(CallContext context, CommandId id, Wish wish) {
    return tools.store().read(book -> book.isDone(context.account(), id, wish));
  }

  private Result<Done> remember(CallContext context, CommandId id, Wish wish) {
    return tools
        .store()
        .write(
            book ->
                book.once(
                    context.account(),
                    id,
                    wish,
                    Done.class,
                    tools.clock().now(),
                    () -> Result.success(Done.DONE)));
  }

  private AccountState account(AccountId id) {
    return tools.store().read(book -> book.account(id)).orElseThrow();
  }

  private Trade view(Intent intent) {
    Function<TradingBook, Trade> show = book -> TradeViews.trade(book, intent);
    return tools.store().read(show);
  }
}
