package dev.arduinotrader.kernel.money;

import java.util.Locale;

/**
 * A currency of ISO 4217, with the number of digits its amounts have.
 *
 * @param code three capitals, such as EUR
 * @param minorDigits digits after the point of an amount: 2 for EUR, 0 for JPY, 3 for KWD
 */
public record Currency(String code, int minorDigits) implements Comparable<Currency> {
  public static final Currency EUR = of("EUR");
  public static final Currency USD = of("USD");
  public static final Currency GBP = of("GBP");

  public Currency {
    if (!code.matches("[A-Z]{3}") || minorDigits < 0 || minorDigits > 4) {
      throw new IllegalArgumentException(
          "expected an ISO 4217 currency with 0 to 4 digits, found '" + code + "'");
    }
  }

  /** The currency of this code; throws {@link IllegalArgumentException} when there is none. */
  public static Currency of(String code) {
    if (!isListed(code)) {
      throw new IllegalArgumentException(
          "expected an ISO 4217 currency code such as EUR, found '" + code + "'" + hint(code));
    }
    return new Currency(code, java.util.Currency.getInstance(code).getDefaultFractionDigits());
  }

  /** Only for all lower case: GBp is not GBP but a hundredth of it. */
  private static String hint(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    boolean lower = code.equals(code.toLowerCase(Locale.ROOT));
    return lower && isListed(upper) ? "\nMaybe " + upper + " was meant." : "";
  }

  private static boolean isListed(String code) {
    try {
      java.util.Currency.getInstance(code);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public int compareTo(Currency other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
