package dev.arduinotrader.universe.model.validation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages. */
final class Shown {
  private static final MathContext DIGITS = new MathContext(6);

  private Shown() {}

  /** At most six digits, without an exponent. */
  static String of(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  /** A share such as 0.0137 as "1.37 %". */
  static String percent(double share) {
    return of(share * 100) + " %";
  }
}
