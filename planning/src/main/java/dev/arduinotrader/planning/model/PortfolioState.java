package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A snapshot as the search needs it: doubles in the base currency, open orders counted as done,
 * securities in the order of their ISIN.
 *
 * @param total cash and holdings; the denominator of every weight, before and after a plan
 * @param cash all of it, with what pending sales will bring
 * @param spendable what purchases may use: settled, less reservations; no proceeds of pending sales
 * @param rates from the base currency, by the other currency
 */
public record PortfolioState(
    Currency baseCurrency,
    Instant decisionTime,
    InvestmentPolicy policy,
    double total,
    double cash,
    double spendable,
    Map<Currency, FxRate> rates,
    Groups countries,
    Groups industries,
    List<Asset> assets) {
  public PortfolioState {
    rates = Map.copyOf(rates);
    assets = List.copyOf(assets);
  }

  /** Always kept, in the base currency. */
  double reserve() {
    return policy.cashReserve().amount().doubleValue();
  }

  double cashWeight() {
    return cash / total;
  }

  TradeCosts costs() {
    return TradeCosts.of(policy.costs());
  }

  /** Whether there is anything to plan with. */
  public boolean hasValue() {
    return total > 0;
  }
}
