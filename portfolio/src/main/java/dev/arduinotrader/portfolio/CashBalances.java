package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cash per currency, in the order of the currency codes; currencies without cash are absent. */
public record CashBalances(List<CashBalance> balances) {
  public CashBalances {
    balances = List.copyOf(balances);
  }

  /** What may be spent in each currency if no order were open. */
  public Map<Currency, Money> spendable() {
    Map<Currency, Money> spendable = new TreeMap<>();
    balances.forEach(balance -> spendable.put(balance.currency(), balance.spendable()));
    return spendable;
  }
}
