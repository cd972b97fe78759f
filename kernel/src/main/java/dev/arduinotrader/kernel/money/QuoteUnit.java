package dev.arduinotrader.kernel.money;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a price is counted in: a currency, or a part of one such as pence.
 *
 * @param code GBX for pence, otherwise the currency's own code
 * @param currency the currency that money made from such a price has
 * @param unitsPerCurrency how many of these units make one unit of the currency: 100 or 1
 */
public record QuoteUnit(String code, Currency currency, int unitsPerCurrency) {
  private static final Map<String, String> PARTS = Map.of("GBX", "GBP", "ZAC", "ZAR", "ILA", "ILS");
  private static final Map<String, String> OTHER_SPELLINGS =
      Map.of("GBp", "GBX", "ZAc", "ZAC", "ILa", "ILA");

  public QuoteUnit {
    if (unitsPerCurrency != 1 && unitsPerCurrency != 100) {
      throw new IllegalArgumentException(
          "expected 1 or 100 units per currency, found " + unitsPerCurrency);
    }
  }

  /** The unit of this code: a currency, or GBX, ZAC, ILA; throws when there is none. */
  public static QuoteUnit of(String code) {
    String meant = OTHER_SPELLINGS.get(code);
    if (meant != null) {
      throw new IllegalArgumentException(
          "expected a quote unit such as GBX, found '%s'\nMaybe %s was meant, a hundredth of %s."
              .formatted(code, meant, PARTS.get(meant)));
    }
    String whole = PARTS.get(code);
    return whole == null ? of(Currency.of(code)) : new QuoteUnit(code, Currency.of(whole), 100);
  }

  public static QuoteUnit of(Currency currency) {
    return new QuoteUnit(currency.code(), currency, 1);
  }

  BigDecimal toCurrency(BigDecimal value) {
    return unitsPerCurrency == 1 ? value : value.movePointLeft(2);
  }

  @Override
  public String toString() {
    return code;
  }
}
