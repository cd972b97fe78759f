package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.MoneyPair;
import dev.arduinotrader.brokers.tradernet.TradernetCashFlow;
import dev.arduinotrader.brokers.tradernet.TradernetFill;
import dev.arduinotrader.brokers.tradernet.TradernetOrder;
import dev.arduinotrader.brokers.tradernet.TradernetPortfolio;
import dev.arduinotrader.brokers.tradernet.TradernetTimes;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BrokerStatement.Holding;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.broker.OrderReport;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what the broker tells into the port's terms; what it leaves out is refused, not guessed.
 */
final class TradernetFacts {
  private static final String REVERTED = "_reverted";

  /** Told by the executions themselves, or without money. */
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of("commission_for_trades", "currency_conversion", "conversion", "block", "unblock");

  private final AccountId account;
  private final OrderNumbers numbers;
  private final TradernetSymbols symbols;

  TradernetFacts(AccountId account, OrderNumbers numbers, TradernetSymbols symbols) {
    this.account = account;
    this.numbers = numbers;
    this.symbols = symbols;
  }

  /** Our name of an order; one of somebody else's gets one that says so, always the same. */
  ClientOrderId nameOf(String orderId, List<TradernetOrder> listed) {
    return listed.stream()
        .filter(order -> order.orderId().equals(orderId))
        .findFirst()
        .flatMap(this::ours)
        .or(() -> numbers.nameOfBrokerOrder(account, orderId))
        .orElseGet(() -> ClientOrderId.of("tradernet-" + orderId));
  }

  private Optional<ClientOrderId> ours(TradernetOrder order) {
    Long number = order.userOrderId();
    return number == null ? Optional.empty() : numbers.nameOf(account, number);
  }

  Result<BrokerExecution> execution(TradernetFill fill, List<TradernetOrder> listed) {
    BigDecimal commission = fill.commission();
    String currency = fill.currency();
    if (commission == null || currency == null) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected currency and commission of execution %s, found %s and %s"
              .formatted(fill.fillId(), currency, commission));
    }
    String paidIn = fill.commissionCurrency();
    ClientOrderId name = nameOf(fill.orderId(), listed);
    return money(commission, paidIn == null ? currency : paidIn)
        .then(
            fee ->
                MoneyPair.ofSymbol(fill.symbol())
                    .map(pair -> exchange(fill, name, pair, fee))
                    .orElseGet(() -> trade(fill, name, currency, fee)));
  }

  private Result<BrokerExecution> trade(
      TradernetFill fill, ClientOrderId name, String currency, Money fee) {
    return symbols
        .isinOf(fill.symbol())
        .then(
            isin ->
                unit(currency)
                    .map(
                        unit -> {
                          Price price = new Price(fill.price(), unit);
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
                              fee);
                        }));
  }

  private static Result<BrokerExecution> exchange(
      TradernetFill fill, ClientOrderId name, MoneyPair pair, Money fee) {
    Money base = Money.rounded(fill.quantity(), pair.base(), RoundingMode.HALF_EVEN);
    Money quote =
        Money.rounded(fill.quantity().multiply(fill.price()), pair.quote(), RoundingMode.HALF_EVEN);
    boolean buys = fill.side() == Side.BUY;
    return Result.success(
        new ExchangeExecution(
            fill.fillId(), name, fill.at(), buys ? quote : base, buys ? base : quote, fee));
  }

  /** How an order of ours stands; empty for those of others. */
  Optional<OrderReport> report(TradernetOrder order, List<TradernetFill> fills, Instant now) {
    Instant changed = order.changedAt();
    return ours(order)
        .map(
            name ->
                new OrderReport(
                    name,
                    order.orderId(),
                    state(order, fills),
                    order.text(),
                    changed == null ? now : changed));
  }

  /** An order is held to be open until all that it says was executed is told of. */
  private static BrokerOrderState state(TradernetOrder order, List<TradernetFill> fills) {
    BigDecimal told =
        fills.stream()
            .filter(fill -> fill.orderId().equals(order.orderId()))
            .map(TradernetFill::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal said = order.filled();
    boolean complete =
        switch (order.status()) {
          case FILLED -> told.compareTo(order.quantity()) >= 0;
          case CANCELLED, EXPIRED, REJECTED -> said == null || told.compareTo(said) >= 0;
          case LIVE, CANCELLING, PARTLY_FILLED -> false;
        };
    if (!complete) {
      return BrokerOrderState.OPEN;
    }
    return switch (order.status()) {
      case FILLED -> BrokerOrderState.FILLED;
      case CANCELLED -> BrokerOrderState.CANCELLED;
      case EXPIRED -> BrokerOrderState.EXPIRED;
      case REJECTED -> BrokerOrderState.REJECTED;
      case LIVE, CANCELLING, PARTLY_FILLED -> BrokerOrderState.OPEN;
    };
  }

  Result<List<AccountMovement>> movements(List<TradernetCashFlow> flows) {
    List<AccountMovement> movements = new ArrayList<>();
    for (TradernetCashFlow flow : flows) {
      boolean reverted = flow.typeCode().endsWith(REVERTED);
      String type = flow.typeCode().replace(REVERTED, "");
      if (TOLD_ELSEWHERE.contains(type) || flow.amount().signum() == 0) {
        continue;
      }
      BigDecimal amount = reverted ? flow.amount().negate() : flow.amount();
      switch (money(amount, flow.currency())) {
        case Result.Success<Money>(Money money) ->
            movements.add(
                new AccountMovement.CashMoved(
                    "flow-" + flow.flowId(),
                    flow.day().atStartOfDay().toInstant(TradernetTimes.ZONE),
                    kind(type, money),
                    money,
                    flow.typeCode() + (flow.comment().isEmpty() ? "" : ": " + flow.comment())));
        case Result.Failure<Money>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(movements);
  }

  /** The list names no security, so that a dividend is money of nobody in particular. */
  private static CashFlowKind kind(String type, Money amount) {
    return switch (type) {
      case "dividend", "dividend_compensation" -> CashFlowKind.DIVIDEND;
      case "coupon", "percents" -> CashFlowKind.INTEREST;
      case "tax", "tax_profit" -> CashFlowKind.TAX;
      case "agent_fee", "commission", "commission_refund" -> CashFlowKind.FEE;
      default -> AccountMovement.byOwner(amount);
    };
  }

  /** Balances to the currency's digits; those of nothing are left out. */
  Result<List<Money>> cash(TradernetPortfolio portfolio) {
    List<Money> cash = new ArrayList<>();
    for (TradernetPortfolio.Cash line : portfolio.cash()) {
      switch (money(line.amount(), line.currency())) {
        case Result.Success<Money>(Money money) -> {
          if (!money.isZero()) {
            cash.add(money);
          }
        }
        case Result.Failure<Money>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(cash);
  }

  Result<List<Holding>> holdings(TradernetPortfolio portfolio) {
    List<Holding> holdings = new ArrayList<>();
    for (TradernetPortfolio.Position position : portfolio.positions()) {
      if (position.quantity().signum() == 0) {
        continue;
      }
      String named = position.isin();
      Result<Isin> isin =
          named == null
              ? symbols.isinOf(position.symbol())
              : symbols.said(position.symbol(), named);
      switch (isin) {
        case Result.Success<Isin>(Isin known) ->
            holdings.add(new Holding(known, new Quantity(position.quantity())));
        case Result.Failure<Isin>(Problem problem) -> {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(holdings);
  }

  private static Result<Money> money(BigDecimal amount, String currency) {
    return unit(currency)
        .then(
            unit ->
                unit.unitsPerCurrency() == 1
                    ? Result.success(Money.rounded(amount, unit.currency(), RoundingMode.HALF_EVEN))
                    : WireReason.WIRE_MALFORMED.failure(
                        "expected money in a currency, found it in " + unit));
  }

  private static Result<QuoteUnit> unit(String code) {
    try {
      return Result.success(QuoteUnit.of(code));
    } catch (IllegalArgumentException e) {
      return WireReason.WIRE_MALFORMED.failure(
          "expected a currency of ISO 4217 from the broker, found '%s'".formatted(code));
    }
  }
}
