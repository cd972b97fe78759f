package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaNewOrder;
import dev.arduinotrader.brokers.alpaca.AlpacaOrder;
import dev.arduinotrader.brokers.alpaca.AlpacaSent;
import dev.arduinotrader.brokers.alpaca.AlpacaTrading;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.CommonReason;
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
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.UniverseService;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Alpaca: securities of the United States in US dollars. It finds an order by our own name and
 * refuses a second one of it; since nothing promises that for names of orders that ended, an order
 * is never just sent again.
 */
public final class AlpacaBroker implements Broker {
  /** What it promises. */
  public static final BrokerAbilities ABILITIES =
      new BrokerAbilities(
          "alpaca",
          BrokerAbilities.ClientIds.ECHOED,
          BrokerAbilities.Fills.POLLED,
          Set.of(OrderType.LIMIT, OrderType.MARKET),
          Set.of(TimeInForce.DAY, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK),
          false,
          3);

  private final AlpacaTrading trading;
  private final AlpacaSession session;
  private final AlpacaSymbols symbols;
  private final AlpacaStatement statement;
  private final TraderClock clock;

  AlpacaBroker(
      AlpacaTrading trading,
      AlpacaSession.Identity identity,
      UniverseService universe,
      TraderClock clock) {
    this.trading = trading;
    this.session = new AlpacaSession(trading, identity);
    this.symbols = new AlpacaSymbols(trading, universe);
    this.statement = new AlpacaStatement(trading, symbols);
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
    Result<AlpacaNewOrder> made = session.prove(context).then(proved -> make(context, order));
    return switch (made) {
      case Result.Success<AlpacaNewOrder>(AlpacaNewOrder ready) -> send(context, order, ready);
      // Nothing was sent. What another try could heal is asked for again; the rest is refused.
      case Result.Failure<AlpacaNewOrder>(Problem problem) ->
          switch (problem.kind()) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, NOT_FOUND, PERMISSION_DENIED ->
                new SubmitReply.Rejected("not sent: " + problem);
            case ALREADY_EXISTS,
                RESOURCE_EXHAUSTED,
                UNAVAILABLE,
                DEADLINE_EXCEEDED,
                UNIMPLEMENTED,
                CANCELLED,
                UNKNOWN,
                INTERNAL ->
                new SubmitReply.Unclear("not sent: " + problem);
          };
    };
  }

  private SubmitReply send(CallContext context, BrokerOrder order, AlpacaNewOrder ready) {
    return switch (trading.place(ready, context.deadline())) {
      case AlpacaSent.Taken(AlpacaOrder taken) ->
          taken.clientOrderId().equals(order.clientOrderId().value())
              ? new SubmitReply.Accepted(taken.orderId())
              : new SubmitReply.Unclear("the broker answered with another order");
      case AlpacaSent.Refused(String reason) -> new SubmitReply.Rejected(reason);
      case AlpacaSent.Unclear(Problem problem) -> new SubmitReply.Unclear(problem.toString());
      case AlpacaSent.NameIsTaken() -> first(context, order.clientOrderId());
    };
  }

  /** The order that has the name already is ours: names are never used twice. */
  private SubmitReply first(CallContext context, ClientOrderId id) {
    return switch (findByClientOrderId(context, id)) {
      case FindReply.Found found -> new SubmitReply.Accepted(found.report().brokerOrderId());
      case FindReply.NotThere() ->
          new SubmitReply.Unclear("the broker has an order of this name and does not find it");
      case FindReply.Unclear(String what) -> new SubmitReply.Unclear(what);
    };
  }

  private Result<AlpacaNewOrder> make(CallContext context, BrokerOrder order) {
    return switch (order.terms()) {
      case ExchangeTerms exchange ->
          CommonReason.INVALID_ARGUMENT.failure(
              "expected a security, found an exchange: %s\nMaybe pay in US dollars."
                  .formatted(exchange.description()));
      case SecurityTerms security -> make(context, order, security);
    };
  }

  private Result<AlpacaNewOrder> make(CallContext context, BrokerOrder order, SecurityTerms terms) {
    BigDecimal units = terms.quantity().value();
    if (units.stripTrailingZeros().scale() > 0
        || units.signum() <= 0
        || units.precision() - units.scale() > 15) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected whole shares above zero, found " + terms.quantity());
    }
    if (!terms.limit().unit().code().equals(AlpacaSession.CURRENCY)) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected a limit in %s, found %s".formatted(AlpacaSession.CURRENCY, terms.limit()));
    }
    return symbols
        .symbolOf(context, terms.isin())
        .map(
            symbol ->
                new AlpacaNewOrder(
                    order.clientOrderId().value(),
                    symbol,
                    terms.side(),
                    units.longValueExact(),
                    order.limit().map(limit -> limit.value()).orElse(null),
                    order.timeInForce().name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public FindReply findByClientOrderId(CallContext context, ClientOrderId id) {
    Result<Optional<AlpacaOrder>> asked =
        session.prove(context).then(proved -> trading.byClientOrderId(id.value()));
    return switch (asked) {
      case Result.Failure<Optional<AlpacaOrder>>(Problem problem) ->
          new FindReply.Unclear(problem.toString());
      case Result.Success<Optional<AlpacaOrder>>(Optional<AlpacaOrder> found) ->
          found.isEmpty() ? new FindReply.NotThere() : named(id, found.get());
    };
  }

  /** Executions are told by the statement, so that an end with executions is told there as well. */
  private static FindReply named(ClientOrderId id, AlpacaOrder found) {
    return found.clientOrderId().equals(id.value())
        ? new FindReply.Found(AlpacaStatement.report(found, BigDecimal.ZERO))
        : new FindReply.Unclear("the broker answered with another order");
  }

  @Override
  public CancelReply cancel(CallContext context, ClientOrderId id) {
    return switch (findByClientOrderId(context, id)) {
      case FindReply.Unclear(String what) -> new CancelReply.Unclear(what);
      case FindReply.NotThere() -> new CancelReply.Unclear("the broker has no order " + id);
      case FindReply.Found found ->
          found.report().state() == BrokerOrderState.OPEN
              ? cancel(context, id, found.report().brokerOrderId())
              : new CancelReply.Answered(found.report());
    };
  }

  private CancelReply cancel(CallContext context, ClientOrderId id, String brokerOrderId) {
    if (trading.cancel(brokerOrderId) instanceof Result.Failure<WireReply>(Problem problem)) {
      return new CancelReply.Unclear(problem.toString());
    }
    return switch (findByClientOrderId(context, id)) {
      case FindReply.Found found -> new CancelReply.Answered(found.report());
      case FindReply.NotThere() -> new CancelReply.Unclear("the order is not found any more");
      case FindReply.Unclear(String what) -> new CancelReply.Unclear(what);
    };
  }

  @Override
  public Result<AccountStatement> statement(CallContext context, String sinceCursor) {
    Result<AccountStatement> read =
        session.prove(context).then(proved -> statement.read(context, sinceCursor, clock.now()));
    return switch (read) {
      case Result.Success<AccountStatement> told -> told;
      case Result.Failure<AccountStatement>(Problem problem) ->
          problem.code().equals(TradingReason.ACCOUNT_MISMATCH.name())
              ? Result.failure(problem)
              : TradingReason.BROKER_UNREACHABLE.failure(problem.toString());
    };
  }
}
