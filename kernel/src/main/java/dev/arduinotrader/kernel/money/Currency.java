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
    int digits;
    try {
      digits = java.util.Currency.getInstance(code).getDefaultFractionDigits();
    } catch (IllegalArgumentException e) {
      String maybe = code.toUpperCase(Locale.ROOT);
      throw new IllegalArgumentException(
          "expected an ISO 4217 currency code such as EUR, found '"
              + code
              + "'"
              + (maybe.equals(code) ? "" : "\nMaybe " + maybe + " was meant."),
          e);
    }
    return new Currency(code, digits);
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
