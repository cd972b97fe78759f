package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.trading.model.Gate;
import dev.arduinotrader.trading.model.GateFacts;
import dev.arduinotrader.trading.model.GateVerdict;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderName;
import dev.arduinotrader.trading.model.OrderProgress;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.TradeDraft;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingBook.Wish;
import dev.arduinotrader.trading.store.TradingEvent;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries wishes to trade out, at most once ever, and carries on what is under way. */
public final class TradeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(TradeDesk.class);

  private final DeskTools tools;
  private final Leases leases;
  private final AccountLocks locks = new AccountLocks();
  private final FactsFinder facts;
  private final OutboxDelivery delivery;
  private final OrderSender sender;
  private final Progress progress;
  private final Cancellation cancellation;

  public TradeDesk(DeskTools tools, Leases leases) {
    this.tools = tools;
    this.leases = leases;
    facts = new FactsFinder(tools, leases);
    delivery = new OutboxDelivery(tools, leases);
    sender = new OrderSender(tools, leases);
    progress =
        new Progress(
            tools,
            leases,
            new OpenQuestions(tools),
            delivery,
            new Continuation(tools, facts, sender));
    cancellation = new Cancellation(tools);
  }

  /** Carries out a wish; the same command gives the same trade as it stands by then. */
  public Result<Intent> execute(CallContext context, TradeCommand command) {
    return locks.alone(
        context, () -> executeAlone(context, command, new GateFacts.Turn.NewTrade()));
  }

  /** As {@link #execute} for a sale on the owner's word, whatever limits of time and number say. */
  public Result<Intent> close(CallContext context, TradeCommand command) {
    return locks.alone(
        context, () -> executeAlone(context, command, new GateFacts.Turn.Flattening()));
  }

  /**
   * Exchanges currencies by itself, as a trade in a pair under a code of our own; the same command
   * gives the same trade.
   */
  Result<Intent> exchange(CallContext context, CommandId id, ExchangeTerms terms, String reason) {
    TradeCommand command = CurrencyTrades.command(id, terms, reason);
    return locks.alone(
        context, () -> executeAlone(context, command, new GateFacts.Turn.Exchanging(terms)));
  }

  private Result<Intent> executeAlone(
      CallContext context, TradeCommand command, GateFacts.Turn turn) {
    Wish wish = new Wish("ExecuteTrade", command);
    Result<Boolean> done =
        tools.store().read(book -> book.isDone(context.account(), command.commandId(), wish));
    return done.then(
        repeated ->
            repeated ? earlier(context, command, wish) : first(context, command, wish, turn));
  }

  private Result<Intent> earlier(CallContext context, TradeCommand command, Wish wish) {
    return claim(context, command, wish, null)
        .map(id -> tools.store().read(book -> book.intent(id)).orElseThrow());
  }

  private Result<Intent> first(
      CallContext context, TradeCommand command, Wish wish, GateFacts.Turn turn) {
    if (!leases.isReconciled(context.account())) {
      // Nothing new leaves before all that the broker has done is known; the gate says so if it
      // fails.
      carryOn(context);
    }
    Result<Long> booked = delivery.deliver(context);
    GateFacts found = facts.find(context, command, turn, "", booked);
    Judged judged = new Judged(found, Gate.check(found));
    Result<String> claimed = claim(context, command, wish, judged);
    if (claimed instanceof Result.Failure<String>(Problem problem)) {
      return Result.failure(problem);
    }
    tools.faults().reach(FaultPoints.Step.AFTER_INTENT);
    String id = claimed.orElseThrow();
    Intent intent = tools.store().read(book -> book.intent(id)).orElseThrow();
    Optional<Order> next = intent.nextToSend();
    if (next.isPresent()) {
      sender.send(context, next.get(), asStored(next.get()), judged.facts());
      carryOn(context);
    }
    return Result.success(tools.store().read(book -> book.intent(id)).orElseThrow());
  }

  private static TradeDraft.Leg asStored(Order order) {
    return new TradeDraft.Leg(order.terms(), order.costMax(), order.progress().reserved());
  }

  /** The trade stands whatever comes of this; the next pass goes on where it ends. */
  private void carryOn(CallContext context) {
    if (progress.run(context, false) instanceof Result.Failure<Progressed>(Problem problem)) {
      LOG.info(
          "account {}: the broker's news could not be taken in: {}", context.account(), problem);
    }
  }

  /** What the gate saw and said. */
  private record Judged(GateFacts facts, GateVerdict verdict) {}

  /** Stores the intent under its command, or gives the id of the one stored before. */
  private Result<String> claim(
      CallContext context, TradeCommand command, Wish wish, @Nullable Judged judged) {
    Instant now = tools.clock().now();
    return tools
        .store()
        .write(
            book ->
                book.once(
                    context.account(),
                    command.commandId(),
                    wish,
                    String.class,
                    now,
                    () ->
                        Result.success(
                            intend(book, context, command, Objects.requireNonNull(judged), now))));
  }

  private String intend(
      TradingBook book, CallContext context, TradeCommand command, Judged judged, Instant now) {
    String tradeId = "trade-" + tools.ids().next();
    OwnFacts own = new OwnFacts(book, context.account(), tradeId);
    // What trading itself owns may have changed since the facts were gathered.
    GateVerdict verdict =
        judged.verdict().passes()
            ? Gate.check(own.refresh(judged.facts(), leases))
            : judged.verdict();
    List<Finding> findings = verdict.findings();
    List<Order> orders =
        findings.isEmpty()
            ? orders(book, context, tradeId, Objects.requireNonNull(verdict.draft()), now)
            : List.of();
    String symbol =
        judged.facts().security() instanceof Result.Success<Security> s
            ? s.value().symbol()
            : CurrencyTrades.symbol(judged.facts().turn());
    Intent intent =
        new Intent(
            tradeId,
            context.account(),
            command,
            judged.facts().turn() instanceof GateFacts.Turn.Flattening,
            symbol,
            findings.isEmpty() ? "" : findings.getFirst().code(),
            GateVerdict.text(findings),
            now,
            now,
            orders);
    book.insert(intent);
    tell(book, intent);
    return tradeId;
  }

  private List<Order> orders(
      TradingBook book, CallContext context, String tradeId, TradeDraft draft, Instant now) {
    List<Order> orders = new ArrayList<>();
    for (TradeDraft.Leg leg : draft.legs()) {
      OrderName name =
          new OrderName(
              tradeId,
              orders.size() + 1,
              ClientOrderId.of("at-" + tools.ids().next()),
              book.nextBrokerReference(context.account()));
      orders.add(
          new Order(name, leg.terms(), leg.costMax(), OrderProgress.intended(leg.reserved(), now)));
    }
    return orders;
  }

  /** What an event says of a new trade. */
  private record IntentNews(
      String tradeId,
      String commandId,
      String isin,
      String symbol,
      String side,
      String quantity,
      String denialCode,
      String message) {}

  private static void tell(TradingBook book, Intent intent) {
    boolean denied = intent.orders().isEmpty();
    String wish =
        "%s %s %s"
            .formatted(
                intent.command().side(),
                intent.command().quantity(),
                intent.symbol().isEmpty() ? intent.command().isin() : intent.symbol());
    book.tell(
        intent.accountId(),
        intent.createdAt(),
        denied ? TradingEvent.ORDER_DENIED : TradingEvent.ORDER_INTENDED,
        denied ? wish + " denied: " + intent.message() : wish + ": " + intent.command().reason(),
        new IntentNews(
            intent.tradeId(),
            intent.command().commandId().value(),
            intent.command().isin().value(),
            intent.symbol(),
            intent.command().side().name(),
            intent.command().quantity().toString(),
            intent.denialCode(),
            intent.message()));
  }

  /** A rate whose source still speaks, units of the other currency for one of the base. */
  Result<FxRate> rate(CallContext context, Currency base, Currency other) {
    return facts.rate(context, base, other, tools.clock().now());
  }

  /** What the gate would say now; changes nothing. */
  public GateVerdict judge(CallContext context, TradeCommand command) {
    return judge(context, command, new GateFacts.Turn.NewTrade());
  }

  /** What the gate would say now of {@link #close}; changes nothing. */
  GateVerdict judgeClosing(CallContext context, TradeCommand command) {
    return judge(context, command, new GateFacts.Turn.Flattening());
  }

  private GateVerdict judge(CallContext context, TradeCommand command, GateFacts.Turn turn) {
    return Gate.check(facts.find(context, command, turn, "", delivery.ask(context)));
  }

  /** Cancels what is open of a trade of the account. */
  public Result<Intent> cancel(CallContext context, Intent intent) {
    return locks.alone(
        context,
        () ->
            cancellation
                .cancel(context, intent.tradeId())
                .map(
                    asked -> {
                      carryOn(context);
                      return tools
                          .store()
                          .read(book -> book.intent(intent.tradeId()))
                          .orElseThrow();
                    }));
  }

  /**
   * Carries everything of the account on as far as it goes.
   *
   * @param askAll also ask the broker about orders of which nothing is in doubt
   */
  public Result<Progressed> carryOn(CallContext context, boolean askAll) {
    return locks.alone(context, () -> progress.run(context, askAll));
  }
}
