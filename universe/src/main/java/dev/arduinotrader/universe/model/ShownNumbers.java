package dev.arduinotrader.universe.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Turns stored doubles into the decimals that leave the service. */
public final class ShownNumbers {
  private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

  private ShownNumbers() {}

  /**
   * The shortest decimal that reads back as this double, to 10 significant digits HALF_EVEN: what a
   * source wrote with at most 10 digits comes out as it was written.
   */
  public static BigDecimal decimal(double value) {
    return new BigDecimal(Double.toString(value)).round(TEN_DIGITS);
  }
}
