package dev.arduinotrader.portfolio;

import java.util.List;

/** Cash per currency, in the order of the currency codes; currencies without cash are absent. */
public record CashBalances(List<CashBalance> balances) {
  public CashBalances {
    balances = List.copyOf(balances);
  }
}
