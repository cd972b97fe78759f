package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.TradeDates;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.PastTrade;
import dev.arduinotrader.trading.model.Surroundings;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what limits of time, number and value depend on. */
final class SurroundingsFinder {
  private static final Duration LOOK_BACK = Duration.ofDays(7);
  private static final int MOVEMENTS_MAX = 500;
  private static final int CLOSES = 30;

  private final DeskTools tools;

  SurroundingsFinder(DeskTools tools) {
    this.tools = tools;
  }

  /**
   * What surrounds a trade now.
   *
   * @param tradeId the trade itself, which is not counted; empty for a new one
   * @param rates from the base currency to another
   */
  Surroundings find(
      CallContext asking,
      AccountState account,
      TradeCommand command,
      String tradeId,
      Result<Security> security,
      Result<MarketStatus> market,
      Function<Currency, Result<FxRate>> rates) {
    Instant now = asking.decisionTime();
    OpenExposure exposure = new OpenExposure(account.outboxLast(), List.of());
    CallContext dayStart = asking.withDecisionTime(now.truncatedTo(ChronoUnit.DAYS));
    return new Surroundings(
        market,
        security.then(found -> reference(asking, found)),
        dates(asking, account, command.isin()),
        tools.portfolio().getSummary(asking, exposure),
        tools.portfolio().getSummary(dayStart, exposure),
        security.then(
            found ->
                new ActionsFinder(tools).pending(asking, found.isin(), latestMovements(account))),
        tools.store().read(book -> own(book, account, tradeId).latestTradeAt(now)),
        past(account, tradeId, now, rates));
  }

  private static OwnFacts own(TradingBook book, AccountState account, String tradeId) {
    return new OwnFacts(book, account.accountId(), tradeId);
  }

  /** Rates are asked for outside of any transaction. */
  private List<PastTrade> past(
      AccountState account, String tradeId, Instant now, Function<Currency, Result<FxRate>> rates) {
    Map<Currency, Result<FxRate>> asked = new HashMap<>();
    tools.store().read(book -> book.passedSince(account.accountId(), now.minus(LOOK_BACK))).stream()
        .map(intent -> intent.command().estimatedPrice().unit().currency())
        .distinct()
        .forEach(currency -> asked.put(currency, rates.apply(currency)));
    return tools
        .store()
        .read(
            book ->
                own(book, account, tradeId)
                    .past(now, currency -> Objects.requireNonNull(asked.get(currency))));
  }

  private List<BrokerMovement> latestMovements(AccountState account) {
    long after = Math.max(0, account.outboxLast() - MOVEMENTS_MAX);
    return tools.store().read(book -> book.movements(account.accountId(), after, MOVEMENTS_MAX));
  }

  /**
   * The middle one of the latest daily closes: one wrong bar does not move it. They count in the
   * shares of today, or a split would be a price out of all proportion for weeks.
   */
  private Result<Price> reference(CallContext asking, Security security) {
    HistoryRequest stored = new HistoryRequest(List.of(security.isin()), CLOSES, null);
    return closes(asking, stored.totalReturn())
        .then(found -> found.length > 0 ? Result.success(found) : closes(asking, stored))
        .then(
            closes -> {
              if (closes.length == 0) {
                return CommonReason.NOT_FOUND.failure(
                    "expected daily closes of %s to compare its price with, found none"
                        .formatted(security.symbol()));
              }
              Arrays.sort(closes);
              return Result.success(
                  new Price(BigDecimal.valueOf(closes[closes.length / 2]), security.quoteUnit()));
            });
  }

  /** Empty when there are none, such as where nobody knows a dividend's rate. */
  private Result<double[]> closes(CallContext asking, HistoryRequest request) {
    List<SecurityHistory> histories = new ArrayList<>();
    return tools
        .universe()
        .getPriceHistories(asking, request, histories::add)
        .map(
            summary ->
                histories.isEmpty()
                    ? new double[0]
                    : histories.getFirst().closes().closes().clone());
  }

  /** From the books, and from the broker's executions that may be newer than any position. */
  private Result<TradeDates> dates(CallContext asking, AccountState account, Isin isin) {
    return switch (tools.portfolio().getPosition(asking, isin)) {
      case Result.Success<Position>(Position position) ->
          Result.success(latest(account, isin, position.lastBoughtAt(), position.lastSoldAt()));
      case Result.Failure<Position>(Problem problem) ->
          problem.kind() == FailureKind.NOT_FOUND
              ? Result.success(latest(account, isin, null, null))
              : Result.failure(problem);
    };
  }

  private TradeDates latest(
      AccountState account, Isin isin, @Nullable Instant bought, @Nullable Instant sold) {
    @Nullable Instant lastBought = bought;
    @Nullable Instant lastSold = sold;
    for (BrokerMovement movement : latestMovements(account)) {
      if (movement instanceof BrokerMovement.Execution execution && execution.isin().equals(isin)) {
        if (execution.side() == Side.BUY) {
          lastBought = later(lastBought, execution.at());
        } else {
          lastSold = later(lastSold, execution.at());
        }
      }
    }
    return new TradeDates(lastBought, lastSold);
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
