package dev.arduinotrader.kernel.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * An exchange rate that says which way it goes and how old it is: 1 {@code base} = {@code rate}
 * {@code quote}.
 *
 * @param base the currency of which one unit is priced
 * @param quote the currency that the price is in
 * @param rate greater than zero; trailing zeros are removed
 * @param knownAt when the rate became known
 * @param source who published it, such as ECB
 */
public record FxRate(
    Currency base, Currency quote, BigDecimal rate, Instant knownAt, String source) {
  public FxRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "expected a rate above zero for " + base + "/" + quote + ", found " + rate);
    }
    if (base.equals(quote) && rate.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "expected 1 for " + base + "/" + quote + ", found " + rate);
    }
    rate = rate.stripTrailingZeros();
  }

  /** The rate of a currency to itself. */
  public static FxRate identity(Currency currency, Instant knownAt) {
    return new FxRate(currency, currency, BigDecimal.ONE, knownAt, "identity");
  }

  /** Money of either side turned into the other side's currency, rounded as the caller names. */
  public Money convert(Money money, RoundingMode rounding) {
    if (money.currency().equals(base)) {
      return Money.rounded(money.amount().multiply(rate), quote, rounding);
    }
    if (money.currency().equals(quote)) {
      // One division to the final digits: rounding twice could end on the wrong side.
      return new Money(money.amount().divide(rate, base.minorDigits(), rounding), base);
    }
    throw new IllegalArgumentException(
        "cannot convert " + money + " with a rate of " + base + "/" + quote);
  }

  /** The same rate seen from the other side, to 34 digits. */
  public FxRate inverse() {
    return new FxRate(
        quote, base, BigDecimal.ONE.divide(rate, MathContext.DECIMAL128), knownAt, source);
  }

  /**
   * The rate from this base to the other's quote; this quote must be the other's base. As old as
   * the older of the two.
   */
  public FxRate then(FxRate other) {
    if (!quote.equals(other.base)) {
      throw new IllegalArgumentException("cannot chain " + this + " and " + other);
    }
    Instant older = knownAt.isBefore(other.knownAt) ? knownAt : other.knownAt;
    return base.equals(other.quote)
        ? identity(base, older)
        : new FxRate(
            base,
            other.quote,
            rate.multiply(other.rate, MathContext.DECIMAL128),
            older,
            source.equals(other.source) ? source : source + "+" + other.source);
  }

  public Duration age(Instant now) {
    return Duration.between(knownAt, now);
  }

  @Override
  public String toString() {
    return base + "/" + quote + " " + rate.toPlainString();
  }
}
