package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.ExchangeExecution;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.FxRates;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Quotes;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds what the market makes of open orders: the first quote strictly after their acceptance
 * executes them, a day's share of them at a time. A limit that this quote does not meet is tried
 * again at the first quote after every five minutes, until the order expires.
 */
final class PaperMarket {
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

  /** How long an order for the day stands where no calendar says when the session ends. */
  private static final Duration DAY_WITHOUT_CALENDAR = Duration.ofDays(1);

  /** More tries than fit into an order's life. */
  private static final int TRIES_MAX = 2_000;

  /** A day gives an order its share once. */
  static final Duration BETWEEN_PIECES = Duration.ofDays(1);

  private final UniverseService universe;
  private final PaperVolume volume;

  PaperMarket(UniverseService universe) {
    this.universe = universe;
    this.volume = new PaperVolume(universe);
  }

  /** What becomes of an order until now; a failure when the market cannot be asked. */
  Result<PaperStep> next(CallContext context, PaperOrder order, Instant now) {
    CallContext asking = context.withDecisionTime(now);
    return end(asking, order).then(end -> next(asking, order, end, now));
  }

  private Result<PaperStep> next(CallContext asking, PaperOrder order, Instant end, Instant now) {
    Instant searchedAt = order.searchedAt();
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Result<Optional<Offer>> asked = offer(asking, order, searchedAt);
      if (asked instanceof Result.Failure<Optional<Offer>>(Problem problem)) {
        return Result.failure(problem);
      }
      Optional<Offer> offer = asked.orElseThrow();
      boolean late = offer.isPresent() && offer.get().at().isAfter(end);
      if (offer.isEmpty() || late) {
        return Result.success(nothing(order, searchedAt, end, now));
      }
      if (offer.get().meets(order)) {
        return execute(asking, order, offer.get());
      }
      if (isForAtOnce(order)) {
        return Result.success(atOnceOrNever(order, offer.get().at()));
      }
      searchedAt = offer.get().at().plus(BETWEEN_TRIES);
    }
    return Result.success(new PaperStep.Wait(order, searchedAt));
  }

  private static PaperStep atOnceOrNever(PaperOrder order, Instant at) {
    String reason = "not executable at the first quote";
    return new PaperStep.End(order, PaperStep.OrderEnd.CANCELLED, reason, at);
  }

  private static boolean isForAtOnce(PaperOrder order) {
    return switch (order.timeInForce()) {
      case IOC, FOK -> true;
      case DAY, GTC -> false;
    };
  }

  private static PaperStep nothing(PaperOrder order, Instant searchedAt, Instant end, Instant now) {
    if (!now.isAfter(end)) {
      return new PaperStep.Wait(order, searchedAt);
    }
    String reason =
        order.timeInForce() == TimeInForce.DAY
            ? "not executed until the session's end"
            : "not executed in five days";
    return new PaperStep.End(order, PaperStep.OrderEnd.EXPIRED, reason, end);
  }

  /** When it ends unexecuted; an order for the day with the session that was on or came next. */
  private Result<Instant> end(CallContext context, PaperOrder order) {
    if (order.timeInForce() != TimeInForce.DAY || !(order.terms() instanceof SecurityTerms terms)) {
      return Result.success(order.keptUntil());
    }
    CallContext accepted = context.withDecisionTime(order.acceptedAt());
    return universe
        .getSecurity(context, terms.isin())
        .then(
            security ->
                universe.getMarketStatus(
                    accepted, new MarketStatusRequest(List.of(security.exchange()))))
        .map(
            markets ->
                markets.statuses().stream()
                    .map(MarketStatus::nextClose)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(order.acceptedAt().plus(DAY_WITHOUT_CALENDAR)));
  }

  /** What the market offers an order at an instant. */
  private sealed interface Offer {
    Instant at();

    boolean meets(PaperOrder order);

    record SecurityOffer(SecurityTerms terms, Price price, Instant at) implements Offer {
      @Override
      public boolean meets(PaperOrder order) {
        if (terms.type() == OrderType.MARKET) {
          return true;
        }
        int beyond = price.value().compareTo(terms.limit().value());
        return terms.side() == Side.BUY ? beyond <= 0 : beyond >= 0;
      }
    }

    record ExchangeOffer(ExchangeTerms terms, Money sold, Instant at) implements Offer {
      @Override
      public boolean meets(PaperOrder order) {
        return !sold.isGreaterThan(terms.soldMax());
      }
    }
  }

  private Result<Optional<Offer>> offer(CallContext context, PaperOrder order, Instant after) {
    return switch (order.terms()) {
      case SecurityTerms terms -> securityOffer(context, terms, after);
      case ExchangeTerms terms -> exchangeOffer(context, terms, after);
    };
  }

  private Result<Optional<Offer>> securityOffer(
      CallContext context, SecurityTerms terms, Instant after) {
    QuoteRequest request =
        new QuoteRequest(List.of(new QuoteRequest.Question(terms.isin(), after)));
    Result<Quotes> asked = universe.getQuotes(context, request);
    return asked.map(
        quotes ->
            quotes.quotes().stream()
                .findFirst()
                .filter(quote -> quote.price().unit().equals(terms.limit().unit()))
                .map(quote -> offer(terms, quote)));
  }

  private static Offer offer(SecurityTerms terms, Quote quote) {
    return new Offer.SecurityOffer(
        terms, PaperTariff.price(terms.side(), quote.price()), quote.at());
  }

  private Result<Optional<Offer>> exchangeOffer(
      CallContext context, ExchangeTerms terms, Instant after) {
    Currency sold = terms.soldMax().currency();
    FxRequest request = new FxRequest(sold, List.of(terms.bought().currency()), after);
    Result<FxRates> asked = universe.getFxRates(context, request);
    return asked.map(
        rates ->
            rates.rates().stream()
                .findFirst()
                .map(
                    rate ->
                        new Offer.ExchangeOffer(
                            terms, PaperTariff.sold(terms.bought(), rate), rate.knownAt())));
  }

  private Result<PaperStep> execute(CallContext context, PaperOrder order, Offer offer) {
    return switch (offer) {
      case Offer.ExchangeOffer(ExchangeTerms terms, Money sold, Instant at) ->
          Result.success(
              new PaperStep.Fill(
                  order,
                  new ExchangeExecution(
                      executionId(order),
                      order.clientOrderId(),
                      at,
                      sold,
                      terms.bought(),
                      Money.zero(sold.currency())),
                  PaperStep.Rest.NONE));
      case Offer.SecurityOffer security -> {
        Quantity left = order.left(security.terms());
        yield volume
            .given(context.withDecisionTime(security.at()), security.terms(), left)
            .then(given -> executeSecurity(context, order, security, given));
      }
    };
  }

  private Result<PaperStep> executeSecurity(
      CallContext context, PaperOrder order, Offer.SecurityOffer offer, Quantity given) {
    boolean whole = given.equals(order.left(offer.terms()));
    if (given.isZero() || (!whole && order.timeInForce() == TimeInForce.FOK)) {
      return Result.success(
          isForAtOnce(order)
              ? atOnceOrNever(order, offer.at())
              : new PaperStep.Wait(order, offer.at().plus(BETWEEN_PIECES)));
    }
    Money gross = offer.price().times(given);
    return euros(context.withDecisionTime(offer.at()), gross.currency(), offer.at())
        .map(
            euros ->
                euros.isEmpty()
                    ? new PaperStep.End(
                        order,
                        PaperStep.OrderEnd.REJECTED,
                        "no rate from EUR to "
                            + gross.currency()
                            + " to charge the commission with",
                        offer.at())
                    : fill(order, offer, given, gross, euros.get()));
  }

  /** The latest rate from EUR at the context's decision time, if there is one. */
  private Result<Optional<FxRate>> euros(CallContext context, Currency currency, Instant at) {
    if (currency.equals(Currency.EUR)) {
      return Result.success(Optional.of(FxRate.identity(currency, at)));
    }
    FxRequest request = new FxRequest(Currency.EUR, List.of(currency), null);
    return universe.getFxRates(context, request).map(rates -> rates.rates().stream().findFirst());
  }

  private static PaperStep fill(
      PaperOrder order, Offer.SecurityOffer offer, Quantity given, Money gross, FxRate euros) {
    BrokerExecution execution =
        new SecurityExecution(
            executionId(order),
            order.clientOrderId(),
            offer.at(),
            offer.terms().isin(),
            offer.terms().side(),
            given,
            offer.price(),
            gross,
            PaperTariff.commission(gross, euros, order.pieces()));
    return new PaperStep.Fill(
        order, execution, rest(order, given.equals(order.left(offer.terms()))));
  }

  private static PaperStep.Rest rest(PaperOrder order, boolean whole) {
    if (whole) {
      return PaperStep.Rest.NONE;
    }
    return isForAtOnce(order) ? PaperStep.Rest.CANCELLED : PaperStep.Rest.STAYS_OPEN;
  }

  /** Pieces of an order are numbered from one. */
  private static String executionId(PaperOrder order) {
    return order.brokerOrderId() + "-" + (order.pieces() + 1);
  }
}
