package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.Schema;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.TradingReason;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.broker.PaperCash;
import dev.arduinotrader.universe.UniverseService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The paper broker. It moves only by {@link #advanceTo}, which every question does first with the
 * present instant; everything settles at once, and no balance ever goes below zero.
 */
public final class PaperBroker implements Broker, PaperCash, AutoCloseable {
  private static final Schema SCHEMA = new Schema("paper_broker", 3);

  /** What it promises. */
  public static final BrokerAbilities ABILITIES =
      new BrokerAbilities(
          "paper",
          BrokerAbilities.ClientIds.DEDUPED,
          BrokerAbilities.Fills.POLLED,
          EnumSet.allOf(OrderType.class),
          EnumSet.allOf(TimeInForce.class),
          true,
          1);

  private static final Duration JUST_TOLD = Duration.ofSeconds(1);
  private static final Pattern NEWS_NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Database database;
  private final PaperMarket market;
  private final PaperActions actions;
  private final TraderClock clock;
  private final Ids ids;
  private final ReentrantLock advancing = new ReentrantLock();

  /** When each account's last statement was made. */
  private final Map<AccountId, Instant> toldAt = new ConcurrentHashMap<>();

  private PaperBroker(Database database, UniverseService universe, TraderClock clock, Ids ids) {
    this.database = database;
    this.market = new PaperMarket(universe);
    this.actions = new PaperActions(database, universe);
    this.clock = clock;
    this.ids = ids;
  }

  /** Opens {@code directory/paper_broker.db}, creating or migrating it. */
  public static PaperBroker open(
      Path directory, UniverseService universe, TraderClock clock, Ids ids) {
    return open(Databases.in(directory), universe, clock, ids);
  }

  /** Opens the paper broker's own store among these databases, creating or migrating it. */
  public static PaperBroker open(
      Databases databases, UniverseService universe, TraderClock clock, Ids ids) {
    return new PaperBroker(databases.open(SCHEMA, Durability.FULL), universe, clock, ids);
  }

  @Override
  public BrokerAbilities abilities() {
    return ABILITIES;
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return Optional.of(new BrokerIdentity(ABILITIES.name(), MoneyKind.PLAY));
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    Instant now = clock.now();
    return database.write(
        handle -> {
          PaperBook book = new PaperBook(handle, context.account());
          Optional<PaperOrder> first = book.order(order.clientOrderId());
          if (first.isEmpty()) {
            book.insert(accepted(context.account(), order, now));
          }
          PaperOrder stored = book.order(order.clientOrderId()).orElseThrow();
          return stored.state() == BrokerOrderState.REJECTED
              ? new SubmitReply.Rejected(stored.reason())
              : new SubmitReply.Accepted(stored.brokerOrderId());
        });
  }

  private PaperOrder accepted(AccountId account, BrokerOrder order, Instant now) {
    boolean possible = order.terms().ordered().signum() > 0;
    return new PaperOrder(
        account,
        order.clientOrderId(),
        "paper-" + ids.next(),
        order.reference(),
        order.terms(),
        possible ? BrokerOrderState.OPEN : BrokerOrderState.REJECTED,
        possible ? "" : "expected something above zero to trade",
        now,
        now,
        now,
        Quantity.ZERO,
        0);
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    Instant now = clock.now();
    if (!isJustTold(context.account(), now)
        && advanceTo(context, now) instanceof Result.Failure<Done>(Problem problem)) {
      return new FindReply.Unclear(problem.toString());
    }
    Optional<PaperOrder> found = read(context, book -> book.order(id));
    return found.isPresent() ? new FindReply.Found(found.get().report()) : new FindReply.NotThere();
  }

  /**
   * Questions about a thousand orders in the breath of one statement need one look at the market.
   */
  private boolean isJustTold(AccountId account, Instant now) {
    Instant told = toldAt.get(account);
    return told != null && !now.isBefore(told) && now.isBefore(told.plus(JUST_TOLD));
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    Instant now = clock.now();
    // What was executed before now cannot be cancelled any more.
    if (advanceTo(context, now) instanceof Result.Failure<Done>(Problem problem)) {
      return new CancelReply.Unclear(problem.toString());
    }
    return database.write(
        handle -> {
          PaperBook book = new PaperBook(handle, context.account());
          Optional<PaperOrder> order = book.order(id);
          if (order.isEmpty()) {
            return new CancelReply.Unclear("the broker has no order " + id);
          }
          if (order.get().state() == BrokerOrderState.OPEN) {
            book.close(id, BrokerOrderState.CANCELLED, "cancelled by the customer", now);
          }
          return new CancelReply.Answered(book.order(id).orElseThrow().report());
        });
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    Instant now = clock.now();
    return newsNumber(sinceCursor)
        .then(
            since ->
                advanceTo(context, now)
                    .map(
                        done -> {
                          toldAt.put(context.account(), now);
                          return statement(context, since, now);
                        }));
  }

  private AccountStatement statement(CallContext context, long since, Instant now) {
    return read(
        context,
        book ->
            new AccountStatement(
                now,
                Long.toString(book.lastNews()),
                book.executionsSince(since),
                book.movementsSince(since),
                book.ordersSince(since).stream().map(PaperOrder::report).toList(),
                book.cash(),
                book.holdings()));
  }

  /** Another broker's cursor must not be taken for a place in this book. */
  private static Result<Long> newsNumber(String cursor) {
    if (cursor.equals(AccountStatement.FROM_THE_BEGINNING)) {
      return Result.success(0L);
    }
    return NEWS_NUMBER.matcher(cursor).matches()
        ? Result.success(Long.parseLong(cursor))
        : CommonReason.INVALID_ARGUMENT.failure(
            "expected a cursor of the paper broker, found '%s'".formatted(cursor));
  }

  @Override
  public Result<Done> move(CallContext context, String movementId, Money amount) {
    Instant now = clock.now();
    // What was executed before now must not profit from this money.
    return advanceTo(context, now).then(done -> moveAt(context, movementId, amount, now));
  }

  private Result<Done> moveAt(CallContext context, String movementId, Money amount, Instant now) {
    return database.write(
        handle -> {
          PaperBook book = new PaperBook(handle, context.account());
          Optional<AccountMovement> first = book.movement(movementId);
          if (first.isPresent()) {
            return first.get().amount().equals(amount)
                ? Result.success(Done.DONE)
                : CommonReason.COMMAND_REUSED.failure(
                    "movement %s was made before with %s, not %s"
                        .formatted(movementId, first.get().amount(), amount));
          }
          Money cash = book.cash(amount.currency());
          if (cash.plus(amount).isNegative()) {
            return TradingReason.NOT_ENOUGH_CASH.failure(
                "expected at least %s at the broker, found %s".formatted(amount.abs(), cash));
          }
          book.addCash(amount);
          book.insert(AccountMovement.unexplained(movementId, now, amount, ""));
          return Result.success(Done.DONE);
        });
  }

  /**
   * Carries the account's open orders and holdings on to this instant, in the order in which things
   * happen.
   */
  public Result<Done> advanceTo(CallContext context, Instant now) {
    advancing.lock();
    try {
      for (DueAction due : actions.due(context, now)) {
        Result<Done> before = advanceOrders(context, due.bookedAt());
        if (before instanceof Result.Failure<Done>) {
          actions.forget(context);
          return before;
        }
        actions.carryOut(context, due);
      }
      return advanceOrders(context, now);
    } finally {
      advancing.unlock();
    }
  }

  private Result<Done> advanceOrders(CallContext context, Instant until) {
    Result<Boolean> more = Result.success(true);
    while (more instanceof Result.Success<Boolean>(Boolean again) && again) {
      more = nextSteps(context, until).map(steps -> takeUntilPiece(context, steps));
    }
    return more.map(none -> Done.DONE);
  }

  /** What comes next of every open order that anything happens to, in the order of the instants. */
  private Result<List<PaperStep>> nextSteps(CallContext context, Instant now) {
    List<PaperStep> steps = new ArrayList<>();
    for (PaperOrder order : read(context, PaperBook::openOrders)) {
      switch (market.next(context, order, now)) {
        case Result.Success<PaperStep>(PaperStep step) -> {
          boolean changesNothing =
              step instanceof PaperStep.Wait(PaperOrder waiting, Instant at)
                  && at.equals(waiting.searchedAt());
          if (!changesNothing) {
            steps.add(step);
          }
        }
        case Result.Failure<PaperStep>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    steps.sort(Comparator.comparing(PaperStep::at));
    return Result.success(steps);
  }

  /**
   * Whether an order was executed in part: its next piece may come before the steps that follow.
   * One transaction for all steps, for each waits for the disk.
   */
  private boolean takeUntilPiece(CallContext context, List<PaperStep> steps) {
    return !steps.isEmpty()
        && database.write(
            handle -> {
              PaperBook book = new PaperBook(handle, context.account());
              for (PaperStep step : steps) {
                take(book, step);
                if (step instanceof PaperStep.Fill fill
                    && fill.rest() == PaperStep.Rest.STAYS_OPEN) {
                  return true;
                }
              }
              return false;
            });
  }

  private static void take(PaperBook book, PaperStep step) {
    ClientOrderId id = step.order().clientOrderId();
    if (book.order(id).orElseThrow().state() != BrokerOrderState.OPEN) {
      return;
    }
    switch (step) {
      case PaperStep.Wait(PaperOrder order, Instant at) -> book.searched(id, at);
      case PaperStep.End(PaperOrder order, PaperStep.OrderEnd end, String reason, Instant at) ->
          book.close(id, BrokerOrderState.valueOf(end.name()), reason, at);
      case PaperStep.Fill fill -> fill(book, fill);
    }
  }

  private static void fill(PaperBook book, PaperStep.Fill fill) {
    Optional<String> refusal =
        switch (fill.execution()) {
          case SecurityExecution execution -> trade(book, execution);
          case ExchangeExecution execution -> exchange(book, execution);
        };
    ClientOrderId id = fill.order().clientOrderId();
    if (refusal.isPresent()) {
      boolean untouched = fill.order().pieces() == 0;
      BrokerOrderState end = untouched ? BrokerOrderState.REJECTED : BrokerOrderState.CANCELLED;
      book.close(id, end, refusal.get(), fill.at());
      return;
    }
    book.insert(fill.execution());
    if (fill.execution() instanceof SecurityExecution piece) {
      book.executed(fill.order(), piece.quantity());
    }
    switch (fill.rest()) {
      case NONE -> book.close(id, BrokerOrderState.FILLED, "", fill.at());
      case STAYS_OPEN -> book.searched(id, fill.at().plus(PaperMarket.BETWEEN_PIECES));
      case CANCELLED ->
          book.close(
              id, BrokerOrderState.CANCELLED, "more than a day's trading gives at once", fill.at());
    }
  }

  /** Books a trade, or says why it is refused. */
  private static Optional<String> trade(PaperBook book, SecurityExecution execution) {
    boolean buying = execution.side() == Side.BUY;
    Money gross = buying ? execution.gross().negated() : execution.gross();
    Money change = gross.minus(execution.commission());
    Money cash = book.cash(change.currency());
    if (cash.plus(change).isNegative()) {
      return Optional.of(
          "expected %s for the trade and its commission, found %s"
              .formatted(change.negated(), cash));
    }
    Quantity held = book.held(execution.isin());
    if (!buying && held.compareTo(execution.quantity()) < 0) {
      return Optional.of("expected %s held, found %s".formatted(execution.quantity(), held));
    }
    book.addCash(change);
    book.addHolding(
        execution.isin(), buying ? execution.quantity() : execution.quantity().negated());
    return Optional.empty();
  }

  /** Books an exchange, or says why it is refused. */
  private static Optional<String> exchange(PaperBook book, ExchangeExecution execution) {
    Money cash = book.cash(execution.sold().currency());
    if (cash.isLessThan(execution.sold())) {
      return Optional.of("expected %s to exchange, found %s".formatted(execution.sold(), cash));
    }
    book.addCash(execution.sold().negated());
    book.addCash(execution.bought());
    return Optional.empty();
  }

  private <T> T read(CallContext context, Function<PaperBook, T> work) {
    return database.read(handle -> work.apply(new PaperBook(handle, context.account())));
  }

  /** Tries the book; {@code ok} when it is. */
  public String check() {
    return database.check();
  }

  @Override
  public void close() {
    database.close();
  }
}
