package dev.arduinotrader.trading.model.repair;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import java.util.List;

/**
 * What makes the cash whole again.
 *
 * @param exchanges to be done now
 * @param sales to be done now, of what exchanges cannot bring
 * @param uncovered a sentence for each debt that stays for now, and why
 */
public record RepairPlan(List<ExchangeTerms> exchanges, List<Sale> sales, List<String> uncovered) {
  /** Nothing is to be done. */
  public static final RepairPlan NOTHING = new RepairPlan(List.of(), List.of(), List.of());

  public RepairPlan {
    exchanges = List.copyOf(exchanges);
    sales = List.copyOf(sales);
    uncovered = List.copyOf(uncovered);
  }

  public boolean isNothing() {
    return equals(NOTHING);
  }

  /**
   * A sale at the market's price.
   *
   * @param quantity whole lots
   * @param proceeds what it brings at worst
   */
  public record Sale(Isin isin, String symbol, Quantity quantity, Money proceeds) {}
}
