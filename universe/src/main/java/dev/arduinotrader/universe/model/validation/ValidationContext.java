package dev.arduinotrader.universe.model.validation;

import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.model.Bars;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a series apart from its rows.
 *
 * @param quoteUnit what its prices should be counted in; null when unknown
 * @param basis what its closes are said to have worked in; null when unknown
 * @param reference closes of the same security and unit from elsewhere; null when there are none
 */
public record ValidationContext(
    @Nullable QuoteUnit quoteUnit,
    @Nullable PriceBasis basis,
    Sessions sessions,
    @Nullable Bars reference) {
  /** Nothing is known but the rows. */
  public static ValidationContext none() {
    return new ValidationContext(null, null, Sessions.unknown(), null);
  }

  public ValidationContext withQuoteUnit(QuoteUnit unit) {
    return new ValidationContext(unit, basis, sessions, reference);
  }

  public ValidationContext withBasis(PriceBasis known) {
    return new ValidationContext(quoteUnit, known, sessions, reference);
  }

  public ValidationContext withSessions(Sessions calendar) {
    return new ValidationContext(quoteUnit, basis, calendar, reference);
  }

  public ValidationContext withReference(@Nullable Bars other) {
    return new ValidationContext(quoteUnit, basis, sessions, other);
  }

  /** How messages call the quote unit. */
  String unit() {
    return quoteUnit == null ? "" : " " + quoteUnit.code();
  }
}
