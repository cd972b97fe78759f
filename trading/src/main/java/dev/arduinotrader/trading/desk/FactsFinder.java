package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.CashBalances;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.GateCheck;
import dev.arduinotrader.trading.model.GateFacts;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.universe.FxRates;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.MarketPhase;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Quotes;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gathers what the gate looks at; a question without an answer stays a problem. */
final class FactsFinder {
  private final DeskTools tools;
  private final Leases leases;
  private final SurroundingsFinder surroundings;

  FactsFinder(DeskTools tools, Leases leases) {
    this.tools = tools;
    this.surroundings = new SurroundingsFinder(tools);
    this.leases = leases;
  }

  /**
   * The facts as of now.
   *
   * @param tradeId the trade itself, whose own orders do not stand against it; empty for a new one
   * @param booked how far the books said they are
   */
  GateFacts find(
      CallContext context,
      TradeCommand command,
      GateFacts.Turn turn,
      String tradeId,
      Result<Long> booked) {
    return find(context, command, turn, tradeId, context.decisionTime(), booked);
  }

  /** As above for a trade that was decided on at another time than the context's. */
  GateFacts find(
      CallContext context,
      TradeCommand command,
      GateFacts.Turn turn,
      String tradeId,
      Instant decidedAt,
      Result<Long> booked) {
    Instant now = tools.clock().now();
    CallContext asking = context.withDecisionTime(now);
    AccountState account =
        tools.store().read(book -> book.account(context.account()).orElseThrow());
    List<Order> others =
        tools.store().read(book -> new OwnFacts(book, context.account(), tradeId).others());
    Result<Security> security = tools.universe().getSecurity(asking, command.isin());
    Result<MarketStatus> market = security.then(s -> market(asking, s.exchange()));
    return new GateFacts(
        now,
        tools.clock().isChosen() ? now : decidedAt,
        security.isSuccess() ? command.onTick(security.orElseThrow().tick()) : command,
        BrokerOffers.of(tools.broker().abilities()),
        turn,
        leases.switches(account),
        account.baseCurrency(),
        account.outboxLast(),
        booked,
        tools.portfolio().getPolicy(asking).map(version -> version.policy()),
        settledCash(asking, account),
        held(asking, command.isin()),
        security,
        market.then(known -> security.then(s -> price(asking, s.isin()))),
        rate(asking, account, turn, security, now),
        others,
        surroundings.find(
            asking,
            account,
            command,
            tradeId,
            security,
            market,
            other -> rate(asking, account.baseCurrency(), other, now)));
  }

  private Result<Map<Currency, Money>> settledCash(CallContext context, AccountState account) {
    Result<CashBalances> asked =
        tools
            .portfolio()
            .getCashBalance(context, new OpenExposure(account.outboxLast(), List.of()));
    return asked.map(CashBalances::spendable);
  }

  private Result<Quantity> held(CallContext context, Isin isin) {
    return switch (tools.portfolio().getPosition(context, isin)) {
      case Result.Success<Position>(Position position) -> Result.success(position.quantity());
      case Result.Failure<Position>(Problem problem) ->
          problem.kind() == FailureKind.NOT_FOUND
              ? Result.success(Quantity.ZERO)
              : Result.failure(problem);
    };
  }

  /** What the exchange does; a failure when nobody knows whether it trades: no order may leave. */
  private Result<MarketStatus> market(CallContext context, String exchange) {
    MarketStatusRequest request = new MarketStatusRequest(List.of(exchange));
    return tools
        .universe()
        .getMarketStatus(context, request)
        .then(
            found -> {
              if (found.statuses().isEmpty()) {
                return GateCheck.MARKET_UNKNOWN.failure(found.absent().toString());
              }
              MarketStatus status = found.statuses().getFirst();
              return status.phase() == MarketPhase.UNKNOWN
                  ? GateCheck.MARKET_UNKNOWN.failure(
                      "expected a day until %s, which the calendar of %s knows, found %s"
                          .formatted(status.knownUntil(), exchange, status.date()))
                  : Result.success(status);
            });
  }

  private Result<Quote> price(CallContext context, Isin isin) {
    Result<Quotes> asked = tools.universe().getQuotes(context, QuoteRequest.latest(List.of(isin)));
    return asked.then(
        quotes ->
            quotes.quotes().isEmpty()
                ? CommonReason.NOT_FOUND.failure(
                    "no price of %s: %s".formatted(isin, quotes.absent()))
                : Result.success(quotes.quotes().getFirst()));
  }

  Result<FxRate> rate(CallContext context, Currency base, Currency quote, Instant now) {
    if (base.equals(quote)) {
      return Result.success(FxRate.identity(base, now));
    }
    Result<FxRates> asked =
        tools.universe().getFxRates(context, new FxRequest(base, List.of(quote), null));
    return asked.then(rates -> usable(base, quote, rates));
  }

  private Result<FxRate> rate(
      CallContext asking,
      AccountState account,
      GateFacts.Turn turn,
      Result<Security> security,
      Instant now) {
    Currency base = account.baseCurrency();
    if (turn instanceof GateFacts.Turn.Exchanging(ExchangeTerms terms)) {
      Currency bought = terms.bought().currency();
      return rate(asking, base, bought.equals(base) ? terms.soldMax().currency() : bought, now);
    }
    return security.then(s -> rate(asking, base, s.quoteUnit().currency(), now));
  }

  /** A rate whose source has fallen silent is as good as none. */
  private static Result<FxRate> usable(Currency base, Currency quote, FxRates rates) {
    if (rates.rates().isEmpty()) {
      return CommonReason.NOT_FOUND.failure(
          "no rate from %s to %s: %s".formatted(base, quote, rates.absent()));
    }
    FxRate rate = rates.rates().getFirst();
    return rates.stale().isEmpty()
        ? Result.success(rate)
        : GateCheck.RATE_OLD.failure(
            "expected a rate from a source that still speaks, found %s of %s, and %d fixings since"
                .formatted(rate, rate.knownAt(), rates.stale().getFirst().fixingsMissed()));
  }
}
