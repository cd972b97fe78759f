package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.InvestmentPolicy.Costs;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.GateFacts.Turn;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.trading.model.TradeDraft.Leg;
import dev.arduinotrader.universe.Security;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a wish into orders that the free cash pays at worst, with their prices bounded so that the
 * worst is known.
 *
 * <p>A wish without a limit becomes an order limited to 5 % beyond the quote, or to what the cash
 * affords if that is less; it must afford the quote with its spread. A market order is sent without
 * a limit and must afford the whole 5 %. What is missing in the security's currency is bought first
 * with the base currency, in whole units, and set aside for the security: after the exchange it is
 * the most that the security takes, and enough while the rate has moved by no more than its buffer.
 */
final class Funding {
  private static final MathContext PRICE_DIGITS_DOWN = new MathContext(8, RoundingMode.DOWN);
  private static final MathContext PRICE_DIGITS_UP = new MathContext(8, RoundingMode.UP);

  private final GateFacts facts;
  private final TradeCommand command;
  private final Security security;
  private final Price quote;
  private final Map<Currency, Money> settled;
  private final WorstCase worst;

  Funding(
      GateFacts facts,
      Security security,
      Price quote,
      Map<Currency, Money> settled,
      Costs costs,
      FxRate rate) {
    this.facts = facts;
    this.command = facts.command();
    this.security = security;
    this.quote = quote;
    this.settled = settled;
    boolean exchangeMayComeFirst =
        command.side() == Side.BUY && facts.turn() instanceof Turn.NewTrade;
    this.worst = new WorstCase(costs, rate, exchangeMayComeFirst ? 2 : 1);
  }

  /** The orders, or why the cash is not enough. */
  sealed interface Outcome {
    record Funded(TradeDraft draft) implements Outcome {}

    record Shortage(String message) implements Outcome {}
  }

  Outcome fund() {
    return command.side() == Side.BUY ? fundPurchase() : fundSale();
  }

  /** What the trade takes (positive) or brings (negative) if the market stays where it is. */
  Money estimatedCash() {
    if (command.side() == Side.BUY) {
      return worst.cost(price(worst.ask(quote)), command.quantity());
    }
    return saleProceeds(price(worst.bid(quote))).negated();
  }

  private Outcome fundPurchase() {
    Money free = facts.free(settled, worst.currency());
    return switch (facts.turn()) {
      case Turn.NewTrade _, Turn.Flattening _, Turn.Exchanging _ -> fundNewPurchase(free);
      case Turn.AfterExchange(Money costMax) -> fundAfterExchange(free, costMax);
    };
  }

  private Outcome fundNewPurchase(Money free) {
    Money exchangeable = exchangeable();
    Money budget = free.plus(exchangeable);
    Money least = isMarket() ? worstCost() : leastCost();
    if (least.isGreaterThan(budget)) {
      String exchange = exchangeable.isZero() ? "" : " and " + exchangeable + " after an exchange";
      return shortage(least, free + " free" + exchange);
    }
    Price limit = purchaseLimit(budget);
    return new Outcome.Funded(purchase(free, limit, worst.cost(limit, command.quantity())));
  }

  /** The leg goes on holding all that was set aside: should it be sent again, it needs no more. */
  private Outcome fundAfterExchange(Money free, Money costMax) {
    Money budget = free.min(costMax);
    Money least = leastCost();
    if (least.isGreaterThan(budget)) {
      String where = free.isLessThan(costMax) ? " free" : " set aside for it";
      return shortage(least, budget + where);
    }
    Leg leg = new Leg(terms(purchaseLimit(budget)), budget, budget);
    return new Outcome.Funded(new TradeDraft(List.of(leg)));
  }

  private Outcome shortage(Money least, String found) {
    return new Outcome.Shortage(
        "expected %s with fees, found %s\nMaybe buy less, or wait for open orders."
            .formatted(least, found));
  }

  /** What the purchase takes at the price that it must at least afford. */
  private Money leastCost() {
    return worst.cost(price(limitOr(worst.ask(quote))), command.quantity());
  }

  private boolean isMarket() {
    return command.type() == OrderType.MARKET;
  }

  /** What a market order, which nothing bounds at the broker, must afford. */
  private Money worstCost() {
    return worst.cost(price(ceiling()), command.quantity());
  }

  /** How far the price may run away from what the market asks now. */
  private BigDecimal ceiling() {
    return worst.ask(quote).multiply(BigDecimal.ONE.add(WorstCase.PRICE_BUFFER));
  }

  private TradeDraft purchase(Money free, Price limit, Money cost) {
    Money missing = cost.minus(free);
    List<Leg> legs = new ArrayList<>();
    Money reserved = cost;
    if (missing.isPositive()) {
      BigDecimal wholeUnits = missing.amount().setScale(0, RoundingMode.CEILING);
      Money bought = Money.rounded(wholeUnits, worst.currency(), RoundingMode.UNNECESSARY);
      Money soldMax = worst.soldMax(bought);
      legs.add(new Leg(new ExchangeTerms(bought, soldMax), soldMax, soldMax));
      reserved = cost.minus(bought).max(Money.zero(cost.currency()));
    }
    legs.add(new Leg(terms(limit), cost, reserved));
    return new TradeDraft(legs);
  }

  private Outcome fundSale() {
    BigDecimal floor = worst.bid(quote).multiply(BigDecimal.ONE.subtract(WorstCase.PRICE_BUFFER));
    Price limit = price(onTick(limitOr(floor), PRICE_DIGITS_UP, RoundingMode.CEILING));
    Money free = facts.free(settled, worst.currency());
    Money after = free.plus(saleProceeds(limit));
    if (after.isNegative() && after.isLessThan(free)) {
      return new Outcome.Shortage(
          "expected a sale that pays its fees, found proceeds of %s at %s after fees, and %s free"
              .formatted(saleProceeds(limit), limit, free));
    }
    return new Outcome.Funded(new TradeDraft(List.of(new Leg(terms(limit), null, null))));
  }

  private Money saleProceeds(Price at) {
    Money gross = at.times(command.quantity(), RoundingMode.FLOOR);
    return gross.minus(worst.fees(gross));
  }

  private SecurityTerms terms(Price limit) {
    return new SecurityTerms(
        command.isin(),
        security.symbol(),
        command.side(),
        command.quantity(),
        limit,
        command.type(),
        command.timeInForce());
  }

  /** The limit under a budget that pays the least cost. */
  private Price purchaseLimit(Money budget) {
    if (command.limit() != null) {
      return command.limit();
    }
    BigDecimal needed = worst.ask(quote);
    BigDecimal affordable = worst.affordable(budget, command.quantity(), quote);
    BigDecimal onTick = onTick(ceiling().min(affordable), PRICE_DIGITS_DOWN, RoundingMode.FLOOR);
    // Rounding must not push the limit below what the market asks now.
    return price(onTick.max(needed));
  }

  private BigDecimal onTick(BigDecimal value, MathContext digits, RoundingMode rounding) {
    Price tick = security.tick();
    if (command.limit() != null) {
      return value;
    }
    if (tick == null) {
      return value.round(digits);
    }
    return value.divide(tick.value(), 0, rounding).multiply(tick.value());
  }

  private Money exchangeable() {
    return worst.currency().equals(facts.baseCurrency())
        ? Money.zero(worst.currency())
        : worst.exchangeable(facts.free(settled, facts.baseCurrency()));
  }

  private BigDecimal limitOr(BigDecimal market) {
    Price limit = command.limit();
    return limit == null ? market : limit.value();
  }

  private Price price(BigDecimal value) {
    QuoteUnit unit = security.quoteUnit();
    return new Price(value, unit);
  }

  /** The draft, null when the cash is not enough. */
  static @Nullable TradeDraft draftOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Funded(TradeDraft draft) -> draft;
      case Outcome.Shortage ignored -> null;
    };
  }
}
