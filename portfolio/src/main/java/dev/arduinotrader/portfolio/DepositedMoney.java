package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the owner has paid in less what was paid out, at the rates of those days. */
final class DepositedMoney {
  private final MarketReader market;

  /** Rates of the past do not change, so each is asked for once. */
  private final Map<RateKey, FxRate> known = new ConcurrentHashMap<>();

  private record RateKey(Currency base, Currency quote, Instant at) {}

  DepositedMoney(MarketReader market) {
    this.market = market;
  }

  /** Empty when a rate is missing. */
  Result<Optional<Money>> sum(
      CallContext context, Currency base, List<BrokerMovement.CashFlow> ownerFlows) {
    Money sum = Money.zero(base);
    for (BrokerMovement.CashFlow flow : ownerFlows) {
      Result<Optional<Money>> value = inBase(context, base, flow);
      switch (value) {
        case Result.Failure<Optional<Money>> failure -> {
          return failure;
        }
        case Result.Success<Optional<Money>>(Optional<Money> amount) -> {
          if (amount.isEmpty()) {
            return value;
          }
          sum = sum.plus(amount.get());
        }
      }
    }
    return Result.success(Optional.of(sum));
  }

  private Result<Optional<Money>> inBase(
      CallContext context, Currency base, BrokerMovement.CashFlow flow) {
    Money amount = flow.amount();
    if (amount.currency().equals(base)) {
      return Result.success(Optional.of(amount));
    }
    return rate(context, new RateKey(base, amount.currency(), flow.at()))
        .map(rate -> rate.map(known -> known.convert(amount, RoundingMode.HALF_EVEN)));
  }

  private Result<Optional<FxRate>> rate(CallContext context, RateKey key) {
    FxRate cached = known.get(key);
    if (cached != null) {
      return Result.success(Optional.of(cached));
    }
    return market
        .rate(context.withDecisionTime(key.at()), key.base(), key.quote())
        .map(
            rate -> {
              rate.ifPresent(found -> known.put(key, found));
              return rate;
            });
  }
}
