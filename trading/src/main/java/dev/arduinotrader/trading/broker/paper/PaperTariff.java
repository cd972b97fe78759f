package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the paper broker takes: half a spread of 0.05 % on securities, 2 EUR for every order and 0.2
 * % of every trade, half a spread of 0.02 % and nothing else on exchanges of currencies.
 */
final class PaperTariff {
  private static final BigDecimal SPREAD = new BigDecimal("0.0005");
  private static final BigDecimal EXCHANGE_SPREAD = new BigDecimal("0.0002");
  private static final BigDecimal COMMISSION_FIXED_EUR = new BigDecimal("2");
  private static final BigDecimal COMMISSION_FRACTION = new BigDecimal("0.002");

  private PaperTariff() {}

  /** What an order is executed at when the market quotes this; exact. */
  static Price price(Side side, Price quote) {
    BigDecimal factor =
        switch (side) {
          case BUY -> BigDecimal.ONE.add(SPREAD);
          case SELL -> BigDecimal.ONE.subtract(SPREAD);
        };
    return new Price(quote.value().multiply(factor), quote.unit());
  }

  /**
   * The commission on a trade of this value, rounded once.
   *
   * @param euros from EUR to the value's currency at the execution
   * @param earlierPieces how often the order was executed before: the fixed part is taken once
   */
  static Money commission(Money gross, FxRate euros, int earlierPieces) {
    BigDecimal fixed =
        earlierPieces == 0 ? COMMISSION_FIXED_EUR.multiply(euros.rate()) : BigDecimal.ZERO;
    BigDecimal exact = fixed.add(gross.amount().multiply(COMMISSION_FRACTION));
    return Money.rounded(exact, gross.currency(), RoundingMode.HALF_EVEN);
  }

  /** What buying this amount costs in the rate's base currency, rounded once. */
  static Money sold(Money bought, FxRate rate) {
    BigDecimal received = rate.rate().multiply(BigDecimal.ONE.subtract(EXCHANGE_SPREAD));
    int digits = rate.base().minorDigits();
    return new Money(bought.amount().divide(received, digits, RoundingMode.HALF_EVEN), rate.base());
  }
}
