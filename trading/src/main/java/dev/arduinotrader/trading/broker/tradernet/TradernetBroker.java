package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.MoneyPair;
import dev.arduinotrader.brokers.tradernet.TradernetAccount;
import dev.arduinotrader.brokers.tradernet.TradernetClient;
import dev.arduinotrader.brokers.tradernet.TradernetMarketData;
import dev.arduinotrader.brokers.tradernet.TradernetNewOrder;
import dev.arduinotrader.brokers.tradernet.TradernetOrder;
import dev.arduinotrader.brokers.tradernet.TradernetOrders;
import dev.arduinotrader.brokers.tradernet.TradernetReference;
import dev.arduinotrader.brokers.tradernet.TradernetSent;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.TradingReason;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerAbilities;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.BrokerOrder;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.UniverseService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tradernet (Freedom24). It says our number of an order again but takes a second order of the same
 * number for another one: what is not known to have arrived is asked for, never just sent again.
 */
public final class TradernetBroker implements Broker {
  /** What it promises. */
  public static final BrokerAbilities ABILITIES =
      new BrokerAbilities(
          "tradernet",
          BrokerAbilities.ClientIds.ECHOED,
          BrokerAbilities.Fills.POLLED,
          Set.of(OrderType.LIMIT, OrderType.MARKET),
          Set.of(TimeInForce.DAY, TimeInForce.GTC),
          true,
          3);

  /** Lists have been seen to lag for so long: before, an absence says nothing. */
  private static final Duration LISTS_LAG_MAX = Duration.ofMinutes(2);

  private static final Duration CLOCKS_APART_MAX = Duration.ofDays(1);

  /** Hong Kong's instruments take no market orders. */
  private static final String LIMIT_ONLY_ENDING = ".AS";

  private final TradernetOrders orders;
  private final TradernetMarketData market;
  private final TradernetSession session;
  private final TradernetSymbols symbols;
  private final TradernetFacts facts;
  private final TradernetStatement statement;
  private final OrderNumbers numbers;
  private final TraderClock clock;

  TradernetBroker(
      TradernetClient client,
      TradernetSession.Identity identity,
      OrderNumbers numbers,
      UniverseService universe,
      TraderClock clock) {
    TradernetAccount account = new TradernetAccount(client);
    this.orders = new TradernetOrders(client);
    this.market = new TradernetMarketData(client);
    this.session = new TradernetSession(account, identity);
    this.symbols = new TradernetSymbols(new TradernetReference(client), universe);
    this.facts = new TradernetFacts(identity.accountId(), numbers, symbols);
    this.statement = new TradernetStatement(orders, account, facts);
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public BrokerAbilities abilities() {
    return ABILITIES;
  }

  @Override
  public Optional<BrokerIdentity> identity(AccountId account) {
    return Optional.of(session.expected().told());
  }

  @Override
  public SubmitReply submit(CallContext context, BrokerOrder order) {
    Result<TradernetNewOrder> made = session.prove(context).then(proved -> make(context, order));
    return switch (made) {
      case Result.Success<TradernetNewOrder>(TradernetNewOrder ready) ->
          switch (orders.place(ready, context.deadline())) {
            case TradernetSent.Taken(String orderId) -> new SubmitReply.Accepted(orderId);
            case TradernetSent.Refused(Problem problem) ->
                new SubmitReply.Rejected(problem.message());
            case TradernetSent.Unclear(Problem problem) ->
                new SubmitReply.Unclear(problem.toString());
          };
      // Nothing was sent. What another try could heal is asked for again; the rest is refused.
      case Result.Failure<TradernetNewOrder>(Problem problem) ->
          switch (problem.kind()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, NOT_FOUND, PERMISSION_DENIED ->
                new SubmitReply.Rejected("not sent: " + problem);
            case ALREADY_EXISTS,
                RESOURCE_EXHAUSTED,
                UNAVAILABLE,
                DEADLINE_EXCEEDED,
                CANCELLED,
                UNIMPLEMENTED,
                INTERNAL,
                UNKNOWN ->
                new SubmitReply.Unclear("not sent: " + problem);
          };
    };
  }

  private Result<TradernetNewOrder> make(CallContext context, BrokerOrder order) {
    if (!ABILITIES.takes(order.type(), order.timeInForce())) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected an order that this broker takes, found %s %s"
              .formatted(order.type(), order.timeInForce()));
    }
    return switch (order.terms()) {
      case SecurityTerms security -> make(context, order, security);
      case ExchangeTerms exchange -> make(order, exchange);
    };
  }

  private Result<TradernetNewOrder> make(
      CallContext context, BrokerOrder order, SecurityTerms terms) {
    BigDecimal units = terms.quantity().value();
    if (units.stripTrailingZeros().scale() > 0 || units.signum() <= 0) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected whole units above zero, found " + terms.quantity());
    }
    return symbols
        .symbolOf(context, terms.isin())
        .then(
            symbol ->
                order.type() == OrderType.MARKET && symbol.endsWith(LIMIT_ONLY_ENDING)
                    ? CommonReason.INVALID_ARGUMENT.failure(
                        "expected an order with a limit for %s, found one at the market"
                            .formatted(symbol))
                    : Result.success(
                        new TradernetNewOrder(
                            symbol,
                            terms.side(),
                            units.longValueExact(),
                            order.limit().map(limit -> limit.value()).orElse(null),
                            order.timeInForce() == TimeInForce.DAY
                                ? TradernetNewOrder.Expiration.DAY
                                : TradernetNewOrder.Expiration.GOOD_TILL_CANCELLED,
                            order.reference())));
  }

  private Result<TradernetNewOrder> make(BrokerOrder order, ExchangeTerms terms) {
    Optional<MoneyPair> pair =
        MoneyPair.between(terms.soldMax().currency(), terms.bought().currency());
    if (pair.isEmpty()) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected a pair of the broker that exchanges %s for %s, found none\nMaybe by way of EUR."
              .formatted(terms.soldMax().currency(), terms.bought().currency()));
    }
    return market
        .quotes(List.of(pair.get().symbol()))
        .then(
            quotes ->
                quotes.isEmpty()
                    ? CommonReason.UNAVAILABLE.failure(
                        "expected a price of %s, found none".formatted(pair.get().symbol()))
                    : ExchangeOrder.of(terms, pair.get(), quotes.getFirst().last()))
        .map(
            exchange ->
                new TradernetNewOrder(
                    exchange.pair().symbol(),
                    exchange.side(),
                    exchange.quantity(),
                    exchange.limit(),
                    TradernetNewOrder.Expiration.GOOD_TILL_CANCELLED,
                    order.reference()));
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    Optional<OrderNumbers.Numbered> named = numbers.of(id);
    if (named.isEmpty()) {
      return new FindReply.Unclear("no number was ever given to an order " + id);
    }
    Instant now = clock.now();
    return switch (find(context, named.get(), now)) {
      case Result.Failure<List<TradernetOrder>>(Problem problem) ->
          new FindReply.Unclear(problem.toString());
      case Result.Success<List<TradernetOrder>>(List<TradernetOrder> found) ->
          found.isEmpty() ? absent(named.get(), now) : only(found, now);
    };
  }

  /** Every order of our number, from lists that cover the time since it was intended. */
  private Result<List<TradernetOrder>> find(
      CallContext context, OrderNumbers.Numbered named, Instant now) {
    return session
        .prove(context)
        .then(proved -> statement.orders(named.intendedAt().minus(CLOCKS_APART_MAX), now))
        .map(
            listed ->
                listed.stream()
                    .filter(order -> Long.valueOf(named.number()).equals(order.userOrderId()))
                    .toList());
  }

  private static FindReply absent(OrderNumbers.Numbered named, Instant now) {
    return named.intendedAt().plus(LISTS_LAG_MAX).isAfter(now)
        ? new FindReply.Unclear(
            "not listed yet; lists of this broker lag for up to %d s"
                .formatted(LISTS_LAG_MAX.toSeconds()))
        : new FindReply.NotThere();
  }

  private FindReply only(List<TradernetOrder> found, Instant now) {
    if (found.size() > 1) {
      return new FindReply.Unclear(
          "expected one order of our number, found %s"
              .formatted(found.stream().map(TradernetOrder::orderId).toList()));
    }
    return reported(found.getFirst(), now)
        .<FindReply>map(FindReply.Found::new)
        .orElseGet(() -> new FindReply.Unclear("the order's number is none of this account"));
  }

  /** As far as the order itself tells; an end with executions is told by the statement. */
  private Optional<OrderReport> reported(TradernetOrder order, Instant now) {
    return facts.report(order, List.of(), now);
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return switch (findByClientOrderId(context, id)) {
      case FindReply.Unclear(String what) -> new CancelReply.Unclear(what);
      case FindReply.NotThere ignored -> new CancelReply.Unclear("the broker has no order " + id);
      case FindReply.Found(OrderReport report) ->
          report.state() == BrokerOrderState.OPEN
              ? cancel(context, id, report)
              : new CancelReply.Answered(report);
    };
  }

  private CancelReply cancel(CallContext context, ClientOrderId id, OrderReport open) {
    TradernetSent sent = orders.cancel(open.brokerOrderId());
    if (sent instanceof TradernetSent.Unclear(Problem problem)) {
      return new CancelReply.Unclear(problem.toString());
    }
    // Neither a yes nor a no says how the order stands now.
    return switch (findByClientOrderId(context, id)) {
      case FindReply.Found(OrderReport report) -> new CancelReply.Answered(report);
      case FindReply.NotThere ignored -> new CancelReply.Unclear("the order is not listed");
      case FindReply.Unclear(String what) -> new CancelReply.Unclear(what);
    };
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    Result<Done> proved = session.prove(context);
    return switch (proved.then(done -> statement.read(sinceCursor, clock.now()))) {
      case Result.Success<AccountStatement> read -> read;
      case Result.Failure<AccountStatement>(Problem problem) ->
          problem.code().equals(TradingReason.ACCOUNT_MISMATCH.name())
              ? Result.failure(problem)
              : TradingReason.BROKER_UNREACHABLE.failure(problem.toString());
    };
  }
}
