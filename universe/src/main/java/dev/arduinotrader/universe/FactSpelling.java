package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.universe.calendars.Venues;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the texts of facts are written, and what is wrong with one. */
final class FactSpelling {
  private static final int TEXT_LENGTH_MAX = 200;
  private static final QuoteUnit ANY_UNIT = QuoteUnit.of(Currency.EUR);

  private FactSpelling() {}

  /**
   * The value in its one spelling, such as EQUITY for equity.
   *
   * @throws IllegalArgumentException saying what was expected and found
   */
  static String normal(SecurityField field, String text) {
    String value = text.strip();
    if (value.isEmpty() || value.length() > TEXT_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "expected a text of 1 to %d characters, found %d"
              .formatted(TEXT_LENGTH_MAX, value.length()));
    }
    return switch (field.name()) {
      case "product_type" -> productType(value).name();
      case "exchange" -> Venues.code(value);
      case "quote_unit" -> QuoteUnit.of(value).code();
      case "lot" -> Lot.of(value).toString();
      case "tick" -> Price.of(value, ANY_UNIT).value().toPlainString();
      case "tradable" -> truth(value);
      default -> value;
    };
  }

  /** What is wrong with a value; empty when it can stand. */
  static Optional<Fault> fault(SecurityField field, String text) {
    try {
      normal(field, text);
      return Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.of(new Fault(field.name(), String.valueOf(e.getMessage())));
    }
  }

  private static ProductType productType(String text) {
    return Arrays.stream(ProductType.values())
        .filter(type -> type.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s, found '%s'"
                        .formatted(Arrays.toString(ProductType.values()), text)));
  }

  private static String truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> "true";
      case "false", "no" -> "false";
      default -> throw new IllegalArgumentException("expected true or false, found '" + text + "'");
    };
  }
}
