package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaAccount;
import dev.arduinotrader.brokers.alpaca.AlpacaFill;
import dev.arduinotrader.brokers.alpaca.AlpacaFlow;
import dev.arduinotrader.brokers.alpaca.AlpacaOrder;
import dev.arduinotrader.brokers.alpaca.AlpacaPosition;
import dev.arduinotrader.brokers.alpaca.AlpacaTrading;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BrokerStatement.Holding;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads orders first, then executions, so that an order that has ended has its executions in the
 * same statement, and what the account has last. One read that fails fails the whole.
 */
final class AlpacaStatement {
  private static final Duration OVERLAP = Duration.ofDays(7);

  /** No account there is older. */
  private static final Instant BEGINNING = Instant.parse("2015-01-01T00:00:00Z");

  private static final Currency USD = Currency.of(AlpacaSession.CURRENCY);

  private final AlpacaTrading trading;
  private final AlpacaSymbols symbols;
  private final AlpacaMovements movements;

  AlpacaStatement(AlpacaTrading trading, AlpacaSymbols symbols) {
    this.trading = trading;
    this.symbols = symbols;
    this.movements = new AlpacaMovements(symbols);
  }

  /** INVALID_ARGUMENT for a cursor that is not one of this broker's. */
  Result<AccountStatement> read(CallContext context, String cursor, Instant now) {
    return from(cursor)
        .then(from -> trading.orders(from).then(orders -> readFacts(context, from, orders, now)));
  }

  private static Result<Instant> from(String cursor) {
    if (cursor.equals(AccountStatement.FROM_THE_BEGINNING)) {
      return Result.success(BEGINNING);
    }
    try {
      return Result.success(Instant.parse(cursor).minus(OVERLAP));
    } catch (DateTimeException e) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected a cursor of Alpaca, found '%s'".formatted(cursor));
    }
  }

  private Result<AccountStatement> readFacts(
      CallContext context, Instant from, List<AlpacaOrder> orders, Instant now) {
    return trading
        .fills(from)
        .then(
            fills ->
                each(fills, fill -> execution(context, fill, orders))
                    .then(
                        executions ->
                            trading
                                .flows(from)
                                .then(flows -> movements(context, flows))
                                .then(
                                    moved ->
                                        has(
                                            context,
                                            reports(orders, fills),
                                            executions,
                                            moved,
                                            next(orders, now),
                                            now))));
  }

  private Result<AccountStatement> has(
      CallContext context,
      List<OrderReport> reports,
      List<BrokerExecution> executions,
      List<AccountMovement> moved,
      Instant next,
      Instant now) {
    return trading
        .positions()
        .then(positions -> each(positions, position -> holding(context, position)))
        .then(
            holdings ->
                trading
                    .account()
                    .map(
                        account ->
                            new AccountStatement(
                                now,
                                next.toString(),
                                executions,
                                moved,
                                reports,
                                cash(account),
                                holdings)));
  }

  private static <F, T> Result<List<T>> each(List<F> facts, Function<F, Result<T>> reader) {
    List<T> read = new ArrayList<>();
    for (F fact : facts) {
      switch (reader.apply(fact)) {
        case Result.Success<T>(T value) -> read.add(value);
        case Result.Failure<T>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(read);
  }

  private Result<BrokerExecution> execution(
      CallContext context, AlpacaFill fill, List<AlpacaOrder> orders) {
    return nameOf(fill.orderId(), orders)
        .then(
            name ->
                symbols.isinOf(context, fill.symbol()).map(isin -> execution(fill, name, isin)));
  }

  private static BrokerExecution execution(AlpacaFill fill, ClientOrderId name, Isin isin) {
    Price price = new Price(fill.price(), QuoteUnit.of(USD));
    Quantity quantity = new Quantity(fill.quantity());
    return new SecurityExecution(
        fill.fillId(),
        name,
        fill.at(),
        isin,
        fill.side(),
        quantity,
        price,
        price.times(quantity),
        Money.zero(USD));
  }

  /** An execution tells the broker's name of its order only. */
  private Result<ClientOrderId> nameOf(String orderId, List<AlpacaOrder> orders) {
    Optional<AlpacaOrder> listed =
        orders.stream().filter(order -> order.orderId().equals(orderId)).findFirst();
    Result<Optional<AlpacaOrder>> found =
        listed.isPresent() ? Result.success(listed) : trading.byOrderId(orderId);
    return found.then(
        order ->
            order
                .map(known -> Result.success(ClientOrderId.of(known.clientOrderId())))
                .orElseGet(
                    () ->
                        CommonReason.UNAVAILABLE.failure(
                            "expected order %s of an execution, found none".formatted(orderId))));
  }

  private Result<Holding> holding(CallContext context, AlpacaPosition position) {
    return symbols
        .isinOf(context, position.symbol())
        .map(isin -> new Holding(isin, new Quantity(position.quantity())));
  }

  private static List<Money> cash(AlpacaAccount account) {
    Money cash = money(account.cash());
    return cash.isZero() ? List.of() : List.of(cash);
  }

  private Result<List<AccountMovement>> movements(CallContext context, List<AlpacaFlow> flows) {
    List<AlpacaFlow> moved = flows.stream().filter(flow -> flow.amount().signum() != 0).toList();
    return each(moved, flow -> movements.movement(context, flow, money(flow.amount())));
  }

  private static Money money(BigDecimal amount) {
    return Money.rounded(amount, USD, RoundingMode.HALF_EVEN);
  }

  private static List<OrderReport> reports(List<AlpacaOrder> orders, List<AlpacaFill> fills) {
    return orders.stream().map(order -> report(order, told(order, fills))).toList();
  }

  private static BigDecimal told(AlpacaOrder order, List<AlpacaFill> fills) {
    return fills.stream()
        .filter(fill -> fill.orderId().equals(order.orderId()))
        .map(AlpacaFill::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** An order is held to be open until all that it says was executed is told of. */
  static OrderReport report(AlpacaOrder order, BigDecimal told) {
    boolean complete = told.compareTo(order.filled()) >= 0;
    String reason =
        switch (order.state()) {
          case OPEN, FILLED, EXPIRED -> "";
          case CANCELLED ->
              order.replacedBy().isEmpty() ? "" : "replaced by order " + order.replacedBy();
          case REJECTED -> "rejected by the broker";
        };
    return new OrderReport(
        ClientOrderId.of(order.clientOrderId()),
        order.orderId(),
        complete ? BrokerOrderState.valueOf(order.state().name()) : BrokerOrderState.OPEN,
        complete ? reason : "",
        order.changedAt());
  }

  /** The next statement goes back to the oldest order that still lives: its executions count. */
  private static Instant next(List<AlpacaOrder> orders, Instant now) {
    return orders.stream()
        .filter(order -> order.state() == AlpacaOrder.State.OPEN)
        .map(AlpacaOrder::submittedAt)
        .min(Comparator.naturalOrder())
        .filter(now::isAfter)
        .orElse(now);
  }
}
