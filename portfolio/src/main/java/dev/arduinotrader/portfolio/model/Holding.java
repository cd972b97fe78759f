package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units of one security and what stands for them in the books, at average cost.
 *
 * <p>A sale takes its share of the book value with it; the last unit takes what is left, so that
 * nothing but rounding inside a holding is ever lost. Units sold beyond what is held stand in the
 * books as a negative quantity with the sale's proceeds as a negative value, until the purchase
 * that explains them arrives.
 *
 * @param quantity negative only while a missing purchase is awaited
 * @param book what the units have cost; has the sign of the quantity or is zero
 * @param firstBoughtAt the first purchase of the units now held, null when none are
 */
record Holding(
    Quantity quantity,
    Money book,
    @Nullable Instant firstBoughtAt,
    @Nullable Instant lastBoughtAt,
    @Nullable Instant lastSoldAt) {

  static Holding none(Currency currency) {
    return new Holding(Quantity.ZERO, Money.zero(currency), null, null, null);
  }

  /**
   * The holding after a trade.
   *
   * @param units above zero
   * @param value what the units cost or brought; not negative
   */
  Holding after(Side side, Quantity units, Money value, Instant at) {
    Quantity change = side == Side.BUY ? units : units.negated();
    Quantity newQuantity = quantity.plus(change);
    Money signedValue = side == Side.BUY ? value : value.negated();
    return new Holding(
        newQuantity,
        bookAfter(change, signedValue, newQuantity),
        firstBoughtAfter(side, newQuantity, at),
        side == Side.BUY ? at : lastBoughtAt,
        side == Side.SELL ? at : lastSoldAt);
  }

  private Money bookAfter(Quantity change, Money value, Quantity newQuantity) {
    if (newQuantity.isZero()) {
      return Money.zero(book.currency());
    }
    if (quantity.signum() * change.signum() >= 0) {
      return book.plus(value);
    }
    boolean crossesZero = quantity.signum() * newQuantity.signum() < 0;
    return crossesZero
        ? share(value, newQuantity, change)
        : book.minus(share(book, change, quantity));
  }

  /** The part of an amount that belongs to some of its units, without regard to their sign. */
  private static Money share(Money amount, Quantity part, Quantity whole) {
    BigDecimal product = amount.amount().multiply(part.value().abs());
    return new Money(
        product.divide(
            whole.value().abs(), amount.currency().minorDigits(), RoundingMode.HALF_EVEN),
        amount.currency());
  }

  private @Nullable Instant firstBoughtAfter(Side side, Quantity newQuantity, Instant at) {
    if (!newQuantity.isPositive()) {
      return null;
    }
    return side == Side.BUY && !quantity.isPositive() ? at : firstBoughtAt;
  }
}
