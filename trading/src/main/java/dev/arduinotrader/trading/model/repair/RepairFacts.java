package dev.arduinotrader.trading.model.repair;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a repair looks at.
 *
 * @param owed the currencies that two good readings have found below zero
 * @param underWay whether an order of an earlier repair may still do something
 * @param cash by the broker, with whom the books agree; what trades bring counts at once; a
 *     currency without an entry has none
 * @param spendable by the books, if no order were open; what sales bring counts once it is settled
 * @param reserved what open orders hold
 * @param perBase units of each currency for one of the base currency; one without an entry has no
 *     usable rate and is neither bought nor sold
 * @param exchangeCost what an exchange may cost beyond the rate, such as 0.012
 * @param sellable what may be sold, in the order in which it is looked at
 */
public record RepairFacts(
    Set<Currency> owed,
    boolean underWay,
    Map<Currency, Money> cash,
    Map<Currency, Money> spendable,
    Map<Currency, Money> reserved,
    Map<Currency, BigDecimal> perBase,
    BigDecimal exchangeCost,
    List<Sellable> sellable) {
  public RepairFacts {
    owed = Set.copyOf(owed);
    cash = Map.copyOf(cash);
    spendable = Map.copyOf(spendable);
    reserved = Map.copyOf(reserved);
    perBase = Map.copyOf(perBase);
    sellable = List.copyOf(sellable);
  }

  /**
   * A managed holding that the owner lets be sold and in which nothing is pending.
   *
   * @param free held and promised to no order
   * @param proceedsPerLot above zero: what a lot brings at worst, fees by value taken off
   * @param fixedFee what a sale of any size costs, in the same currency
   */
  public record Sellable(
      Isin isin, String symbol, Lot lot, Quantity free, Money proceedsPerLot, Money fixedFee) {}

  /** All of it; may be negative. */
  public Money cashIn(Currency currency) {
    return cash.getOrDefault(currency, Money.zero(currency));
  }

  /** What no open order holds; may be negative. */
  public Money freeIn(Currency currency) {
    return cashIn(currency).minus(reservedIn(currency));
  }

  /** What no open order holds and the gate lets be spent now; may be negative. */
  public Money spendableIn(Currency currency) {
    return spendable.getOrDefault(currency, Money.zero(currency)).minus(reservedIn(currency));
  }

  private Money reservedIn(Currency currency) {
    return reserved.getOrDefault(currency, Money.zero(currency));
  }
}
