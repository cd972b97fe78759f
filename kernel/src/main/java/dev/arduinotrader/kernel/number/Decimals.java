package dev.arduinotrader.kernel.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers that come from outside. */
public final class Decimals {
  private static final int CHARACTERS_MAX = 80;
  private static final int DIGITS_MAX = 40;

  private Decimals() {}

  /**
   * The exact number that the text says, such as {@code "30000.00"}: at most 40 digits before and
   * 40 after the point. The bound matters: {@code 1e999999999} is a short text whose plain form
   * fills the memory.
   *
   * @throws IllegalArgumentException naming what was found when it is no such number
   */
  public static BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > CHARACTERS_MAX) {
      throw refusal(text, null);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw refusal(text, e);
    }
    long digitsBefore = (long) number.precision() - number.scale();
    if (number.scale() > DIGITS_MAX || digitsBefore > DIGITS_MAX) {
      throw refusal(text, null);
    }
    return number;
  }

  private static IllegalArgumentException refusal(
      String text, @Nullable NumberFormatException cause) {
    String shown =
        text.length() > CHARACTERS_MAX ? text.substring(0, CHARACTERS_MAX) + "..." : text;
    return new IllegalArgumentException(
        ("expected a decimal number such as 1234.56 of at most %d digits before and after the"
                + " point, found '%s'")
            .formatted(DIGITS_MAX, shown),
        cause);
  }
}
