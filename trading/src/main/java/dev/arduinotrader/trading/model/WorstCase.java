package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.portfolio.InvestmentPolicy.Costs;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a trade costs at worst, in the security's currency. Every rounding errs to the side of more
 * cost and less money.
 *
 * @param costs what the policy expects the broker to take
 * @param rate from the base currency to the security's
 * @param rateMoves how many times the rate may move by its buffer before the trade is executed:
 *     once from the gate to the execution, and once more when an exchange comes first, after which
 *     the gate is passed again at another rate; what then leaves room for one move fits into this
 */
record WorstCase(Costs costs, FxRate rate, int rateMoves) {
  /** How far a price may run away between the gate and the execution. */
  static final BigDecimal PRICE_BUFFER = new BigDecimal("0.05");

  /** How far an exchange rate may. */
  static final BigDecimal RATE_BUFFER = new BigDecimal("0.01");

  private static final MathContext DOWN = new MathContext(34, RoundingMode.DOWN);
  private static final MathContext UP = new MathContext(34, RoundingMode.UP);

  Currency currency() {
    return rate.quote();
  }

  private boolean isForeign() {
    return !rate.base().equals(rate.quote());
  }

  /** The fee that does not depend on the value, with room for the rate to move, rounded up. */
  Money fixedFee() {
    return isForeign() ? movedFar().convert(costs.fixed(), RoundingMode.CEILING) : costs.fixed();
  }

  /** Rounded nowhere: a rounding here could undo the room between two passes of the gate. */
  private FxRate movedFar() {
    BigDecimal moved = rate.rate().multiply(BigDecimal.ONE.add(RATE_BUFFER).pow(rateMoves));
    return new FxRate(rate.base(), rate.quote(), moved, rate.knownAt(), rate.source());
  }

  /** All fees of a trade of this value, rounded up. */
  Money fees(Money gross) {
    return gross.times(fraction(costs.fraction()), RoundingMode.CEILING).plus(fixedFee());
  }

  /** What buying at this price takes with fees, rounded up. */
  Money cost(Price price, Quantity quantity) {
    Money gross = price.times(quantity, RoundingMode.CEILING);
    return gross.plus(fees(gross));
  }

  /** What half the spread makes of a price, for a buyer. */
  BigDecimal ask(Price quote) {
    return quote.value().multiply(BigDecimal.ONE.add(fraction(costs.spreadFraction())));
  }

  /** What half the spread makes of a price, for a seller. */
  BigDecimal bid(Price quote) {
    return quote.value().multiply(BigDecimal.ONE.subtract(fraction(costs.spreadFraction())));
  }

  /**
   * A price, in the quote's unit, at which this much money surely buys all with its fees; the
   * highest such price may lie above it by two minor units' worth of the whole quantity.
   */
  BigDecimal affordable(Money budget, Quantity quantity, Price quote) {
    // Two rounded amounts, gross and fee, may each be up to one minor unit above the exact one.
    BigDecimal roundings = BigDecimal.valueOf(2, budget.currency().minorDigits());
    BigDecimal gross =
        budget
            .minus(fixedFee())
            .amount()
            .subtract(roundings)
            .divide(BigDecimal.ONE.add(fraction(costs.fraction())), DOWN);
    BigDecimal unitsPerCurrency = BigDecimal.valueOf(quote.unit().unitsPerCurrency());
    return gross.multiply(unitsPerCurrency).divide(quantity.value(), DOWN);
  }

  /** The whole units of the security's currency that this much of the base currency buys. */
  Money exchangeable(Money base) {
    if (!isForeign() || !base.isPositive()) {
      return Money.zero(currency());
    }
    // What is sold is rounded up to a minor unit.
    BigDecimal roundings = BigDecimal.valueOf(1, base.currency().minorDigits());
    BigDecimal bought =
        base.amount().subtract(roundings).multiply(rate.rate()).divide(exchangeFactor(), DOWN);
    return Money.rounded(
        bought.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR),
        currency(),
        RoundingMode.UNNECESSARY);
  }

  /** The most of the base currency that buying this amount may take. */
  Money soldMax(Money bought) {
    BigDecimal sold = bought.amount().divide(rate.rate(), UP).multiply(exchangeFactor());
    return Money.rounded(sold, rate.base(), RoundingMode.CEILING);
  }

  private BigDecimal exchangeFactor() {
    return BigDecimal.ONE.add(fraction(costs.exchangeFraction())).add(RATE_BUFFER);
  }

  private static BigDecimal fraction(double value) {
    return BigDecimal.valueOf(value);
  }
}
