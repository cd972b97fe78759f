package dev.arduinotrader.kernel.money;

import dev.arduinotrader.kernel.number.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in one currency, with exactly that currency's digits.
 *
 * @param amount scale equals the currency's minor digits; may be negative
 * @param currency what the amount is counted in
 */
public record Money(BigDecimal amount, Currency currency) {
  public Money {
    if (amount.scale() != currency.minorDigits()) {
      throw new IllegalArgumentException(
          "expected an amount with %d digits for %s, found %s"
              .formatted(currency.minorDigits(), currency, amount.toPlainString()));
    }
  }

  /** This amount exactly; throws when it has more digits than the currency. */
  public static Money of(BigDecimal amount, Currency currency) {
    BigDecimal exact = amount.stripTrailingZeros();
    if (exact.scale() > currency.minorDigits()) {
      throw new IllegalArgumentException(
          "expected at most %d digits for %s, found %s"
              .formatted(currency.minorDigits(), currency, amount.toPlainString()));
    }
    return new Money(exact.setScale(currency.minorDigits(), RoundingMode.UNNECESSARY), currency);
  }

  /** This amount exactly, from text such as {@code "30000.00"}. */
  public static Money of(String amount, Currency currency) {
    return of(Decimals.parse(amount), currency);
  }

  /** This amount rounded to the currency's digits in the way the caller names. */
  public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
    return new Money(amount.setScale(currency.minorDigits(), rounding), currency);
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO.setScale(currency.minorDigits()), currency);
  }

  public Money plus(Money other) {
    requireSameCurrency(other, "add");
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other, "subtract");
    return new Money(amount.subtract(other.amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The amount times a plain factor, rounded in the way the caller names. */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return rounded(amount.multiply(factor), currency, rounding);
  }

  public Money abs() {
    return new Money(amount.abs(), currency);
  }

  public Money min(Money other) {
    return compareAmount(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareAmount(other) >= 0 ? this : other;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return amount.signum();
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isLessThan(Money other) {
    return compareAmount(other) < 0;
  }

  public boolean isGreaterThan(Money other) {
    return compareAmount(other) > 0;
  }

  /** Negative, zero or positive; throws when the currencies differ. */
  public int compareAmount(Money other) {
    requireSameCurrency(other, "compare");
    return amount.compareTo(other.amount);
  }

  private void requireSameCurrency(Money other, String verb) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot " + verb + " " + this + " and " + other + "\nMaybe convert one with an FX rate.");
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
