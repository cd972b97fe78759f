package dev.arduinotrader.portfolio.exchange.ghostfolio;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Its currencies, of which some are hundredths; an activity's fee is counted in the same one. */
final class GhostfolioUnits {
  private static final Map<String, String> OURS = Map.of("GBp", "GBX", "ZAc", "ZAC");
  private static final Map<String, String> THEIRS = Map.of("GBX", "GBp", "ZAC", "ZAc");

  private GhostfolioUnits() {}

  /** Throws when there is no such currency. */
  static QuoteUnit read(String code) {
    return QuoteUnit.of(OURS.getOrDefault(code, code));
  }

  static String code(QuoteUnit unit) {
    return THEIRS.getOrDefault(unit.code(), unit.code());
  }

  /** The exact amount; throws when the currency has fewer digits. */
  static Money money(BigDecimal value, QuoteUnit unit) {
    return Money.of(whole(value, unit), unit.currency());
  }

  /** A product of two numbers as money. */
  static Money product(BigDecimal one, BigDecimal other, QuoteUnit unit) {
    return Money.rounded(whole(one.multiply(other), unit), unit.currency(), RoundingMode.HALF_EVEN);
  }

  private static BigDecimal whole(BigDecimal value, QuoteUnit unit) {
    return unit.unitsPerCurrency() == 1 ? value : value.movePointLeft(2);
  }

  /** An amount of the unit's currency, counted in the unit. */
  static BigDecimal inUnit(Money money, QuoteUnit unit) {
    BigDecimal amount = money.amount();
    return unit.unitsPerCurrency() == 1 ? amount : amount.movePointRight(2);
  }
}
