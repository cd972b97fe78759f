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
 * @param costKnown false when units are among them of which nobody knows what they cost
 * @param firstBoughtAt the first purchase of the units now held, null when none are
 * @param lastBoughtAt the latest purchase, also of units that were sold since
 * @param lastSoldAt the latest sale
 */
record Holding(
    Quantity quantity,
    Money book,
    boolean costKnown,
    @Nullable Instant firstBoughtAt,
    @Nullable Instant lastBoughtAt,
    @Nullable Instant lastSoldAt) {

  static Holding none(Currency currency) {
    return new Holding(Quantity.ZERO, Money.zero(currency), true, null, null, null);
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
        costKnown || quantity.signum() * newQuantity.signum() <= 0,
        firstBoughtAfter(side, newQuantity, at),
        side == Side.BUY ? at : lastBoughtAt,
        side == Side.SELL ? at : lastSoldAt);
  }

  private Money bookAfter(Quantity change, Money value, Quantity newQuantity) {
    if (newQuantity.isZero()) {
      return nothing();
    }
    if (quantity.signum() * change.signum() >= 0) {
      return book.plus(value);
    }
    boolean crossesZero = quantity.signum() * newQuantity.signum() < 0;
    return crossesZero
        ? share(value, newQuantity, change)
        : book.minus(share(book, change, quantity));
  }

  private @Nullable Instant firstBoughtAfter(Side side, Quantity newQuantity, Instant at) {
    if (!newQuantity.isPositive()) {
      return null;
    }
    return side == Side.BUY && !quantity.isPositive() ? at : firstBoughtAt;
  }

  /**
   * The holding after units came without a purchase here.
   *
   * @param units above zero
   * @param cost what they take into the books; not negative
   * @param known whether that is what they really cost
   * @param boughtFirst when the first of them was bought, null when not known
   * @param boughtLast when the last of them was bought, null when not known
   */
  Holding received(
      Quantity units,
      Money cost,
      boolean known,
      @Nullable Instant boughtFirst,
      @Nullable Instant boughtLast) {
    Quantity newQuantity = quantity.plus(units);
    boolean wasHeld = quantity.isPositive();
    return new Holding(
        newQuantity,
        bookAfter(units, cost, newQuantity),
        newQuantity.isZero() || (known && (costKnown || !wasHeld)),
        newQuantity.isPositive() ? (wasHeld ? firstBoughtAt : boughtFirst) : null,
        later(lastBoughtAt, boughtLast),
        lastSoldAt);
  }

  /**
   * The holding after units went without a sale; they take their share of the cost along.
   *
   * @param units above zero
   */
  Holding gaveUp(Quantity units) {
    Quantity newQuantity = quantity.minus(units);
    boolean covered = quantity.isPositive() && !newQuantity.isNegative();
    Money left = covered && !newQuantity.isZero() ? book.minus(share(book, units, quantity)) : null;
    return new Holding(
        newQuantity,
        left == null ? nothing() : left,
        covered ? costKnown || newQuantity.isZero() : false,
        newQuantity.isPositive() ? firstBoughtAt : null,
        lastBoughtAt,
        lastSoldAt);
  }

  /** The holding after a split: other units for the same cost. */
  Holding split(Quantity change) {
    Quantity newQuantity = quantity.plus(change);
    boolean plausible = quantity.isPositive() && !newQuantity.isNegative();
    return new Holding(
        newQuantity,
        plausible && !newQuantity.isZero() ? book : nothing(),
        newQuantity.isZero() || (plausible && costKnown),
        newQuantity.isPositive() ? firstBoughtAt : null,
        lastBoughtAt,
        lastSoldAt);
  }

  /** The same units for a lower cost, the rest having gone to other securities. */
  Holding lessCost(Money moved) {
    return new Holding(
        quantity, book.minus(moved), costKnown, firstBoughtAt, lastBoughtAt, lastSoldAt);
  }

  private Money nothing() {
    return Money.zero(book.currency());
  }

  /** The part of an amount that belongs to some of its units, without regard to their sign. */
  static Money share(Money amount, Quantity part, Quantity whole) {
    BigDecimal product = amount.amount().multiply(part.value().abs());
    return new Money(
        product.divide(
            whole.value().abs(), amount.currency().minorDigits(), RoundingMode.HALF_EVEN),
        amount.currency());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
