package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them. */
final class Texts {
  private static final double HOURS_PER_DAY = 24;

  private Texts() {}

  /** Such as 12.3 %. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
  }

  /** Such as 41.0 d. */
  static String days(Duration duration) {
    return String.format(Locale.ROOT, "%.1f d", duration.toMinutes() / 60.0 / HOURS_PER_DAY);
  }

  /** Such as 0.51. */
  static String twoDigits(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Such as 0.5123. */
  static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  /** Such as 250.00 EUR. */
  static String money(double amount, Currency currency) {
    return rounded(amount, currency).toString();
  }

  /** The amount with the currency's digits, HALF_EVEN. */
  static Money rounded(double amount, Currency currency) {
    return Money.rounded(BigDecimal.valueOf(amount), currency, RoundingMode.HALF_EVEN);
  }
}
