package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradeValidation.Finding;
import dev.arduinotrader.trading.model.GateFacts.Turn;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.BuyRule;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one gate that every order passes. It fails closed: what cannot be checked is a finding.
 *
 * <p>All findings are reported at once; a check whose facts are missing for a reason already
 * reported is left out.
 */
public final class Gate {
  private static final BigDecimal PRICE_MOVE_MAX = new BigDecimal("0.10");
  private static final BigDecimal PRICE_BAND = BigDecimal.TEN;
  private static final BigDecimal SPREAD_MAX = new BigDecimal("0.02");

  private final GateFacts facts;
  private final TradeCommand command;
  private final List<Finding> findings = new ArrayList<>();
  private final @Nullable InvestmentPolicy policy;
  private final @Nullable Map<Currency, Money> settled;
  private final @Nullable Security security;
  private final @Nullable Quote quote;
  private final @Nullable FxRate rate;

  private Gate(GateFacts facts) {
    this.facts = facts;
    this.command = facts.command();
    policy = books(facts.policy());
    settled = books(facts.settledCash());
    security = market(facts.security(), GateCheck.SECURITY_UNKNOWN);
    // A security that is not known has no price and no rate; once is enough.
    quote = security == null ? null : market(facts.quote(), GateCheck.PRICE_MISSING);
    rate = security == null ? null : market(facts.rate(), GateCheck.RATE_MISSING);
  }

  /** Everything that stands against the trade, and the orders that would carry it out. */
  public static GateVerdict check(GateFacts facts) {
    return switch (facts.turn()) {
      case Turn.Exchanging(ExchangeTerms terms) -> ExchangeGate.check(facts, terms);
      case Turn.NewTrade _, Turn.Flattening _, Turn.AfterExchange _ -> new Gate(facts).verdict();
    };
  }

  private GateVerdict verdict() {
    findings.addAll(facts.switches().findings(command.side()));
    findings.addAll(Plausibility.findings(facts));
    checkBooks();
    checkSecurity();
    checkQuantity();
    findings.addAll(OrderKindChecks.findings(command, facts.offer()));
    checkPrice();
    checkRate();
    checkOpenOrders();
    checkHolding();
    checkMarket();
    checkBand();
    checkSpread();
    Money value = value();
    if (!(facts.turn() instanceof Turn.Flattening)) {
      checkValue(value);
    }
    if (policy != null) {
      findings.addAll(TradeGuards.findings(facts, policy, value));
    }
    Funding funding = funding();
    Money estimate = funding == null ? null : funding.estimatedCash();
    TradeDraft draft = funding == null ? null : checkCash(funding);
    List<Finding> ordered =
        findings.stream()
            .distinct()
            .sorted(Comparator.comparing(finding -> GateCheck.valueOf(finding.code())))
            .toList();
    return new GateVerdict(ordered, estimate, draft);
  }

  private void checkBooks() {
    Long booked = books(facts.bookedSequence());
    if (booked != null && booked != facts.outboxSequence()) {
      find(
          GateCheck.BOOKS_BEHIND,
          "expected books at entry %d of the outbox, found them at %d\nMaybe reconcile."
              .formatted(facts.outboxSequence(), booked));
    }
  }

  private void checkSecurity() {
    if (security != null && !security.tradable()) {
      find(GateCheck.NOT_TRADABLE, security.symbol() + " is marked as not tradable");
    }
    if (policy == null) {
      return;
    }
    SecurityWish wish = policy.wishOf(command.isin());
    String refused =
        !wish.managed()
            ? "managed"
            : command.side() == Side.BUY && !wish.allowBuy()
                ? "allow-buy"
                : command.side() == Side.SELL && !wish.allowSell() ? "allow-sell" : "";
    if (!refused.isEmpty()) {
      find(
          GateCheck.NOT_ALLOWED,
          "expected %s for %s in the policy, found that it is off"
              .formatted(refused, command.isin()));
    }
  }

  private void checkQuantity() {
    if (!command.quantity().isPositive()) {
      find(GateCheck.QUANTITY, "expected a quantity above zero, found " + command.quantity());
    } else if (security != null && !security.lot().divides(command.quantity())) {
      find(
          GateCheck.LOT,
          "expected a whole number of lots of %s, found %s"
              .formatted(security.lot(), command.quantity()));
    }
  }

  private void checkPrice() {
    if (security != null) {
      checkUnit("estimated price", command.estimatedPrice());
      checkUnit("limit", command.limit());
      checkTick();
    }
    if (quote == null) {
      return;
    }
    Duration age = Duration.between(quote.at(), facts.now());
    if (policy != null && age.compareTo(policy.limits().priceAgeMax()) > 0) {
      find(
          GateCheck.PRICE_OLD,
          "expected a price not older than %s, found %s of %s"
              .formatted(policy.limits().priceAgeMax(), quote.price(), quote.at()));
    }
    if (quote.price().unit().equals(command.estimatedPrice().unit())) {
      BigDecimal decided = command.estimatedPrice().value();
      BigDecimal move =
          quote.price().value().subtract(decided).abs().divide(decided, MathContext.DECIMAL64);
      if (move.compareTo(PRICE_MOVE_MAX) > 0) {
        find(
            GateCheck.PRICE_MOVED,
            "expected a price near %s, found %s\nMaybe plan again."
                .formatted(command.estimatedPrice(), quote.price()));
      }
    }
  }

  private void checkTick() {
    Price limit = command.limit();
    Price tick = security == null ? null : security.tick();
    if (limit == null || tick == null || !limit.unit().equals(tick.unit())) {
      return;
    }
    if (limit.value().remainder(tick.value()).signum() != 0) {
      find(GateCheck.TICK, "expected a limit in steps of %s, found %s".formatted(tick, limit));
    }
  }

  private void checkUnit(String name, @Nullable Price price) {
    if (price != null && security != null && !price.unit().equals(security.quoteUnit())) {
      find(
          GateCheck.PRICE_UNIT,
          "expected a %s in %s, found %s".formatted(name, security.quoteUnit(), price));
    }
  }

  private void checkRate() {
    if (rate == null || policy == null || rate.base().equals(rate.quote())) {
      return;
    }
    if (rate.age(facts.now()).compareTo(policy.limits().priceAgeMax()) > 0) {
      find(
          GateCheck.RATE_OLD,
          "expected a rate not older than %s, found %s of %s"
              .formatted(policy.limits().priceAgeMax(), rate, rate.knownAt()));
    }
  }

  private void checkOpenOrders() {
    for (Order order : facts.others()) {
      if (order.terms() instanceof SecurityTerms terms && terms.isin().equals(command.isin())) {
        find(
            GateCheck.OPEN_ORDER,
            "expected no open order in %s, found %s in state %s (trade %s)"
                .formatted(
                    terms.symbol(),
                    order.terms().description(),
                    order.state(),
                    order.name().tradeId()));
      }
    }
  }

  private void checkHolding() {
    if (command.side() != Side.SELL) {
      return;
    }
    Quantity held = books(facts.held());
    if (held == null) {
      return;
    }
    Quantity promised = Quantity.ZERO;
    for (Order order : facts.others()) {
      if (order.terms() instanceof SecurityTerms terms
          && terms.side() == Side.SELL
          && terms.isin().equals(command.isin())) {
        promised = promised.plus(new Quantity(order.remaining()));
      }
    }
    if (held.minus(promised).compareTo(command.quantity()) < 0) {
      find(
          GateCheck.HELD_QUANTITY,
          "expected at least %s held, found %s of which %s are promised"
              .formatted(command.quantity(), held, promised));
    }
  }

  /** What is not known about the market is a finding already. */
  private void checkMarket() {
    if (facts.surroundings().market()
        instanceof Result.Success<MarketStatus>(MarketStatus market)) {
      boolean needed = command.side() == Side.SELL || market.buyRule() == BuyRule.STRICT;
      boolean closed =
          market.phase() == MarketPhase.CLOSED || market.phase() == MarketPhase.LUNCH_BREAK;
      if (needed && closed) {
        Instant opens = market.nextOpen();
        find(
            GateCheck.MARKET_CLOSED,
            "expected an open market at %s for a %s, found it %s\nIt would pass %s."
                .formatted(
                    market.exchange(),
                    command.side(),
                    market.phase(),
                    opens == null ? "once the exchange opens" : "from " + opens + " on"));
      }
    }
  }

  /** The daily closes are a second witness of the price. */
  private void checkBand() {
    if (quote == null) {
      return;
    }
    Price reference = market(facts.surroundings().reference(), GateCheck.PRICE_BAND);
    if (reference == null || !reference.unit().equals(quote.price().unit())) {
      return;
    }
    BigDecimal price = quote.price().value();
    BigDecimal high = reference.value().multiply(PRICE_BAND);
    BigDecimal low = reference.value().divide(PRICE_BAND, MathContext.DECIMAL64);
    if (price.compareTo(high) >= 0 || price.compareTo(low) <= 0) {
      find(
          GateCheck.PRICE_BAND,
          "expected a price between %s and %s by the daily closes (%s), found %s\nMaybe a split."
              .formatted(low.toPlainString(), high.toPlainString(), reference, quote.price()));
    }
  }

  /** A source that tells of orders tells of both sides of a market; closes tell of none. */
  private void checkSpread() {
    if (quote == null || !quote.orders().isTold()) {
      return;
    }
    BestOrders orders = quote.orders();
    boolean close =
        orders
            .spreadFraction()
            .filter(spread -> spread.signum() >= 0 && spread.compareTo(SPREAD_MAX) <= 0)
            .isPresent();
    if (!close) {
      find(
          GateCheck.SPREAD,
          "expected bid and ask at most %s of their middle apart, found bid %s and ask %s at %s"
              .formatted(SPREAD_MAX, shown(orders.bid()), shown(orders.ask()), quote.at()));
    }
  }

  private static String shown(@Nullable BigDecimal price) {
    return price == null ? "none" : price.toPlainString();
  }

  /** What the trade is worth in the base currency, null when it cannot be told. */
  private @Nullable Money value() {
    if (quote == null || rate == null || !isMeasured()) {
      return null;
    }
    Money value = quote.price().times(command.quantity(), RoundingMode.CEILING);
    return rate.convert(value, RoundingMode.CEILING);
  }

  private void checkValue(@Nullable Money inBase) {
    if (policy == null || inBase == null) {
      return;
    }
    Money most = policy.limits().orderValueMax();
    boolean comparable = most.currency().equals(inBase.currency());
    if (!comparable || inBase.isGreaterThan(most)) {
      find(
          GateCheck.ORDER_VALUE,
          "expected an order of at most %s, found %s".formatted(most, inBase));
    }
    Ticket ticket = Ticket.of(policy);
    boolean isNew = facts.turn() instanceof Turn.NewTrade;
    if (isNew && !sellsEverything() && ticket.isAbove(inBase)) {
      find(
          GateCheck.MINIMUM_TICKET,
          "expected an order of about %s at least, so that fees are %s of it at most, found %s"
              .formatted(ticket.least(), policy.guards().costShareMax(), inBase));
    }
  }

  /** A rest that is worth little can be sold all the same. */
  private boolean sellsEverything() {
    return command.side() == Side.SELL
        && facts.held() instanceof Result.Success<Quantity>(Quantity held)
        && held.equals(command.quantity());
  }

  /** Cash can be counted only once all that it is counted from is there. */
  private @Nullable Funding funding() {
    if (policy == null
        || settled == null
        || security == null
        || quote == null
        || rate == null
        || !isMeasured()) {
      return null;
    }
    return new Funding(facts, security, quote.price(), settled, policy.costs(), rate);
  }

  private @Nullable TradeDraft checkCash(Funding funding) {
    Funding.Outcome outcome = funding.fund();
    if (outcome instanceof Funding.Outcome.Shortage(String message)) {
      find(GateCheck.CASH, message);
    }
    return Funding.draftOf(outcome);
  }

  /** Whether quantity and prices are such that they can be multiplied. */
  private boolean isMeasured() {
    return findings.stream()
        .noneMatch(
            finding ->
                finding.code().equals(GateCheck.QUANTITY.name())
                    || finding.code().equals(GateCheck.PRICE_UNIT.name()));
  }

  private <T> @Nullable T books(Result<T> asked) {
    return switch (asked) {
      case Result.Success<T>(T value) -> value;
      case Result.Failure<T>(Problem problem) -> {
        find(GateCheck.PORTFOLIO_UNREACHABLE, problem.toString());
        yield null;
      }
    };
  }

  private <T> @Nullable T market(Result<T> asked, GateCheck whenNotFound) {
    return switch (asked) {
      case Result.Success<T>(T value) -> value;
      case Result.Failure<T>(Problem problem) -> {
        boolean notFound = problem.kind() == FailureKind.NOT_FOUND;
        GateCheck check = notFound ? whenNotFound : GateCheck.UNIVERSE_UNREACHABLE;
        find(named(problem).orElse(check), problem.toString());
        yield null;
      }
    };
  }

  /** The check that whoever gathered the facts has already seen fail. */
  private static Optional<GateCheck> named(Problem problem) {
    return Arrays.stream(GateCheck.values())
        .filter(check -> check.name().equals(problem.code()))
        .findFirst();
  }

  private void find(GateCheck check, String message) {
    findings.add(new Finding(check.name(), message));
  }
}
