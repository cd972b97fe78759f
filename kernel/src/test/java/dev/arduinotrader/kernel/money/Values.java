package dev.arduinotrader.kernel.money;

import dev.arduinotrader.kernel.market.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Random values for the laws of this package. */
final class Values {
  private static final List<Currency> CURRENCIES =
      List.of(Currency.EUR, Currency.USD, Currency.of("JPY"), Currency.of("KWD"));

  private Values() {}

  static Currency currency(Random random) {
    return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
  }

  static Currency currencyOtherThan(Currency other, Random random) {
    Currency currency = currency(random);
    return currency.equals(other) ? Currency.GBP : currency;
  }

  /** Up to 18 digits, of either sign, often small. */
  static Money money(Currency currency, Random random) {
    long minorUnits = random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(60);
    long signed = random.nextBoolean() ? minorUnits : -minorUnits;
    return new Money(BigDecimal.valueOf(signed, currency.minorDigits()), currency);
  }

  /** Above zero, with up to the named number of digits after the point. */
  static BigDecimal positive(int scaleMax, Random random) {
    BigInteger digits = new BigInteger(1 + random.nextInt(40), random).add(BigInteger.ONE);
    return new BigDecimal(digits, random.nextInt(scaleMax + 1));
  }

  static Quantity quantity(Random random) {
    return new Quantity(positive(6, random));
  }
}
