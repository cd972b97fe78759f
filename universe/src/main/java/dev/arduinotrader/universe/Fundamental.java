package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One dated fact about a company or fund.
 *
 * @param unit {@code ratio}, {@code fraction}, {@code score}, {@code count}, or the currency or
 *     quote unit that it is counted in
 * @param asOf the date that it is about
 * @param knownAt from when on it may be used
 * @param source who says so
 */
public record Fundamental(
    Isin isin,
    FundamentalField field,
    BigDecimal value,
    String unit,
    LocalDate asOf,
    Instant knownAt,
    String source) {
  public Fundamental {
    value = value.stripTrailingZeros();
  }
}
