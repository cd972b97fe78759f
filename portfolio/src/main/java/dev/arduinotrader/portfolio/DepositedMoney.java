package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What the owner has paid in less what was paid out, at the rates of those days. */
final class DepositedMoney {
  private final HistoricRates rates;

  DepositedMoney(HistoricRates rates) {
    this.rates = rates;
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
    return rates
        .rate(context, base, amount.currency(), flow.at())
        .map(rate -> rate.map(known -> known.convert(amount, RoundingMode.HALF_EVEN)));
  }
}
