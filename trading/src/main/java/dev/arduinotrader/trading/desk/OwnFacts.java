package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.GateFacts;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.trading.model.PastTrade;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingBook;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the gate looks at and trading itself owns, as one transaction sees it. Read once more where
 * a trade is stored and where its order is sent, so that of two trades at once only one counts on
 * what both have seen.
 */
final class OwnFacts {
  private static final Duration LOOK_BACK = Duration.ofDays(7);

  private final TradingBook book;
  private final AccountId account;
  private final String tradeId;
  private @Nullable List<Intent> passed;

  /**
   * @param tradeId the trade that is checked, which does not stand against itself; empty for none
   */
  OwnFacts(TradingBook book, AccountId account, String tradeId) {
    this.book = book;
    this.account = account;
    this.tradeId = tradeId;
  }

  /** The same facts with what is true in this transaction. */
  GateFacts refresh(GateFacts facts, Leases leases) {
    AccountState state = book.account(account).orElseThrow();
    Map<String, PastTrade> seen = new HashMap<>();
    facts.surroundings().past().forEach(past -> seen.put(past.tradeId(), past));
    List<PastTrade> past =
        past(facts.now(), currency -> knownRate(facts, currency)).stream()
            .map(
                trade ->
                    trade.value().isSuccess() ? trade : seen.getOrDefault(trade.tradeId(), trade))
            .toList();
    return facts.with(
        leases.switches(state),
        state.outboxLast(),
        others(),
        facts.surroundings().with(latestTradeAt(facts.now()), past));
  }

  /** No other service is asked within a transaction. */
  private static Result<FxRate> knownRate(GateFacts facts, Currency currency) {
    if (currency.equals(facts.baseCurrency())) {
      return Result.success(FxRate.identity(currency, facts.now()));
    }
    return facts.rate() instanceof Result.Success<FxRate>(FxRate rate)
            && rate.quote().equals(currency)
        ? facts.rate()
        : CommonReason.UNAVAILABLE.failure(
            "expected a rate to %s for a trade made meanwhile, found none\nMaybe try again."
                .formatted(currency));
  }

  /** All other orders of the account that may still do something. */
  List<Order> others() {
    return book.active(account).stream()
        .filter(this::isOther)
        .map(Intent::orders)
        .flatMap(List::stream)
        .filter(order -> !order.state().isTerminal())
        .toList();
  }

  /** When the latest other trade passed that was not denied; now when there was none. */
  Instant latestTradeAt(Instant now) {
    return passed(now).stream()
        .filter(this::isOther)
        .map(Intent::createdAt)
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  /**
   * Other trades of the last seven days that may have left, oldest first.
   *
   * @param rates from the base currency to another
   */
  List<PastTrade> past(Instant now, Function<Currency, Result<FxRate>> rates) {
    Map<Currency, Result<FxRate>> known = new HashMap<>();
    return passed(now).stream()
        .filter(this::isOther)
        .filter(OwnFacts::mayHaveLeft)
        .map(
            intent ->
                pastTrade(
                    intent,
                    known.computeIfAbsent(
                        intent.command().estimatedPrice().unit().currency(), rates)))
        .toList();
  }

  /** Asked for once: a transaction sees one state, and now does not change within it. */
  private List<Intent> passed(Instant now) {
    List<Intent> known = passed;
    if (known == null) {
      known = book.passedSince(account, now.minus(LOOK_BACK));
      passed = known;
    }
    return known;
  }

  private boolean isOther(Intent intent) {
    return !intent.tradeId().equals(tradeId);
  }

  /** Exchanges by themselves are no trades. */
  private static boolean mayHaveLeft(Intent intent) {
    return intent.orders().stream().anyMatch(order -> order.terms() instanceof SecurityTerms)
        && intent.orders().stream()
            .anyMatch(
                order -> order.state() != OrderState.ABSENT && order.state() != OrderState.DENIED);
  }

  private static PastTrade pastTrade(Intent intent, Result<FxRate> rate) {
    TradeCommand command = intent.command();
    Money value = command.estimatedPrice().times(command.quantity(), RoundingMode.CEILING);
    boolean stands =
        intent.isActive()
            || intent.orders().stream().anyMatch(order -> order.progress().done().signum() > 0);
    return new PastTrade(
        intent.tradeId(),
        intent.createdAt(),
        rate.map(found -> found.convert(value, RoundingMode.CEILING)),
        command.planHash(),
        command.planStep(),
        stands);
  }
}
