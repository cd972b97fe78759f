package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.CashBalances;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.repair.DebtWatch;
import dev.arduinotrader.trading.model.repair.RepairFacts;
import dev.arduinotrader.trading.model.repair.RepairFacts.Sellable;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Security;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what a repair of cash looks at. */
final class RepairFinder {
  /** How far rates and prices may move until the orders are executed. */
  private static final BigDecimal MOVE_MAX = new BigDecimal("0.02");

  private final DeskTools tools;
  private final TradeDesk desk;

  RepairFinder(DeskTools tools, TradeDesk desk) {
    this.tools = tools;
    this.desk = desk;
  }

  /** A failure when policy or holdings cannot be read. */
  Result<RepairFacts> find(
      CallContext context, DebtWatch seen, AccountStatement statement, boolean underWay) {
    return tools
        .portfolio()
        .getPolicy(context)
        .then(
            version ->
                tools
                    .portfolio()
                    .getPositions(context)
                    .then(
                        held ->
                            spendable(context)
                                .map(
                                    spendable ->
                                        facts(
                                            context,
                                            seen,
                                            statement,
                                            spendable,
                                            underWay,
                                            version.policy(),
                                            held.positions()))));
  }

  private Result<Map<Currency, Money>> spendable(CallContext context) {
    AccountState account =
        tools.store().read(book -> book.account(context.account()).orElseThrow());
    return tools
        .portfolio()
        .getCashBalance(context, new OpenExposure(account.outboxLast(), List.of()))
        .map(CashBalances::spendable);
  }

  private RepairFacts facts(
      CallContext context,
      DebtWatch seen,
      AccountStatement statement,
      Map<Currency, Money> spendable,
      boolean underWay,
      InvestmentPolicy policy,
      List<Position> held) {
    Map<Currency, Money> cash = new TreeMap<>();
    statement.cash().forEach(money -> cash.put(money.currency(), money));
    // While a repair is under way there is no other, and nothing to be asked.
    List<Sellable> sellable = underWay ? List.of() : sellable(context, policy, held);
    Set<Currency> all = new TreeSet<>(cash.keySet());
    sellable.forEach(one -> all.add(one.proceedsPerLot().currency()));
    BigDecimal exchangeCost = BigDecimal.valueOf(policy.costs().exchangeFraction()).add(MOVE_MAX);
    return new RepairFacts(
        seen.twice(),
        underWay,
        cash,
        spendable,
        reserved(context),
        rates(context, all),
        exchangeCost,
        sellable);
  }

  private Map<Currency, Money> reserved(CallContext context) {
    Map<Currency, Money> reserved = new HashMap<>();
    for (Intent intent : tools.store().read(book -> book.active(context.account()))) {
      for (Order order : intent.orders()) {
        Money holds = order.progress().reserved();
        if (holds != null) {
          reserved.merge(holds.currency(), holds, Money::plus);
        }
      }
    }
    return reserved;
  }

  private Map<Currency, BigDecimal> rates(CallContext context, Set<Currency> currencies) {
    Currency base =
        tools.store().read(book -> book.account(context.account()).orElseThrow()).baseCurrency();
    Map<Currency, BigDecimal> rates = new TreeMap<>();
    rates.put(base, BigDecimal.ONE);
    for (Currency currency : currencies) {
      if (desk.rate(context, base, currency) instanceof Result.Success<FxRate>(FxRate rate)) {
        rates.put(currency, rate.rate());
      }
    }
    return rates;
  }

  /** What the gate would let be closed now, as flattening closes, the largest first. */
  private List<Sellable> sellable(
      CallContext context, InvestmentPolicy policy, List<Position> held) {
    Map<Sellable, BigDecimal> worths = new LinkedHashMap<>();
    for (Position position : held) {
      Result<Security> known = tools.universe().getSecurity(context, position.isin());
      Result<Quote> quoted = known.then(security -> quote(context, position.isin()));
      if (known instanceof Result.Success<Security>(Security security)
          && quoted instanceof Result.Success<Quote>(Quote quote)) {
        Currency currency = quote.price().currency();
        BigDecimal rate = rates(context, Set.of(currency)).get(currency);
        if (rate != null) {
          sellable(context, policy, position, security, quote, rate)
              .ifPresent(one -> worths.put(one, worth(one, rate)));
        }
      }
    }
    return worths.entrySet().stream()
        .sorted(Map.Entry.<Sellable, BigDecimal>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static BigDecimal worth(Sellable holding, BigDecimal rate) {
    return holding
        .proceedsPerLot()
        .amount()
        .multiply(holding.free().value())
        .divide(holding.lot().size().multiply(rate), MathContext.DECIMAL64);
  }

  private Optional<Sellable> sellable(
      CallContext context,
      InvestmentPolicy policy,
      Position position,
      Security security,
      Quote quote,
      BigDecimal rate) {
    Quantity whole = security.lot().floor(position.quantity().value());
    Currency currency = quote.price().currency();
    if (!whole.isPositive() || !passes(context, position, whole, quote)) {
      return Optional.empty();
    }
    InvestmentPolicy.Costs costs = policy.costs();
    BigDecimal kept =
        BigDecimal.ONE
            .subtract(BigDecimal.valueOf(costs.spreadFraction()))
            .subtract(BigDecimal.valueOf(costs.fraction()))
            .subtract(MOVE_MAX);
    Money perLot =
        quote
            .price()
            .times(new Quantity(security.lot().size()), RoundingMode.FLOOR)
            .times(kept, RoundingMode.FLOOR);
    Money fixed =
        Money.rounded(costs.fixed().amount().multiply(rate), currency, RoundingMode.CEILING);
    return perLot.isPositive()
        ? Optional.of(
            new Sellable(position.isin(), security.symbol(), security.lot(), whole, perLot, fixed))
        : Optional.empty();
  }

  private boolean passes(CallContext context, Position position, Quantity whole, Quote quote) {
    TradeCommand question =
        new TradeCommand(
            CommandId.of("repair-question"),
            position.isin(),
            Side.SELL,
            whole,
            null,
            quote.price(),
            "whether it could be sold",
            "",
            0);
    return desk.judgeClosing(context, question).findings().isEmpty();
  }

  Result<Quote> quote(CallContext context, Isin isin) {
    return tools
        .universe()
        .getQuotes(context, QuoteRequest.latest(List.of(isin)))
        .then(
            quotes ->
                quotes.quotes().isEmpty()
                    ? CommonReason.NOT_FOUND.failure("no price of " + isin)
                    : Result.success(quotes.quotes().getFirst()));
  }
}
