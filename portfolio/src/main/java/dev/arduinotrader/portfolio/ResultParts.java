package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Money;

/**
 * What was gained, by cause, in the base currency; losses and costs are negative.
 *
 * @param price what the price did, at the rate of the purchase
 * @param income dividends after withheld tax, at the rates of their days
 * @param currency what the rate did to what came back
 * @param costs commissions of both sides, at the rates of their days
 */
public record ResultParts(Money price, Money income, Money currency, Money costs) {
  /** The sum of the parts. */
  public Money total() {
    return price.plus(income).plus(currency).plus(costs);
  }
}
