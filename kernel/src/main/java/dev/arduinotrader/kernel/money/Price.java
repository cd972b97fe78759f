package dev.arduinotrader.kernel.money;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.number.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one unit of a security costs: unrounded, positive, in its quote unit. Not money.
 *
 * @param value greater than zero, in {@code unit}; trailing zeros are removed
 * @param unit what the value is counted in, such as GBX
 */
public record Price(BigDecimal value, QuoteUnit unit) {
  public Price {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          "expected a price above zero, found " + value.toPlainString() + " " + unit);
    }
    value = value.stripTrailingZeros();
  }

  public static Price of(String value, QuoteUnit unit) {
    return new Price(Decimals.parse(value), unit);
  }

  /** The unrounded value of one unit of the security, in the currency. */
  public BigDecimal inCurrency() {
    return unit.toCurrency(value);
  }

  public Currency currency() {
    return unit.currency();
  }

  /**
   * Price times quantity as money: converted to the currency first, then rounded once, HALF_EVEN.
   */
  public Money times(Quantity quantity) {
    return Money.rounded(
        inCurrency().multiply(quantity.value()), unit.currency(), RoundingMode.HALF_EVEN);
  }

  /** Price times quantity, rounded as named: for estimates that must err to one side. */
  public Money times(Quantity quantity, RoundingMode rounding) {
    return Money.rounded(inCurrency().multiply(quantity.value()), unit.currency(), rounding);
  }

  @Override
  public String toString() {
    return value.toPlainString() + " " + unit;
  }
}
