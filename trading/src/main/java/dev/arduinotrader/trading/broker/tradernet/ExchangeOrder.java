package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.MoneyPair;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exchange as an order of a pair: whole units of its base, at a price that costs no more than
 * the terms allow.
 *
 * @param quantity whole units of the base
 * @param limit quote for one base
 */
record ExchangeOrder(MoneyPair pair, Side side, long quantity, BigDecimal limit) {
  private static final int PRICE_DIGITS = 5;
  private static final BigDecimal LESS_A_LITTLE = new BigDecimal("0.998");

  /**
   * A purchase of the base takes the amount that is wanted, at most for what may be sold. A sale of
   * the base takes as many units as give the wanted amount at the last price, less a little, and at
   * least at the price at which they give it.
   *
   * @param last the last price of the pair
   */
  static Result<ExchangeOrder> of(ExchangeTerms terms, MoneyPair pair, BigDecimal last) {
    Side side = pair.sideToBuy(terms.bought().currency());
    BigDecimal bought = terms.bought().amount();
    BigDecimal soldMax = terms.soldMax().amount();
    BigDecimal units =
        side == Side.BUY
            ? bought.setScale(0, RoundingMode.CEILING)
            : bought.divide(last.multiply(LESS_A_LITTLE), 0, RoundingMode.CEILING);
    boolean affordable = side == Side.BUY || units.compareTo(soldMax) <= 0;
    BigDecimal limit =
        side == Side.BUY
            ? soldMax.divide(units, PRICE_DIGITS, RoundingMode.DOWN)
            : bought.divide(units, PRICE_DIGITS, RoundingMode.UP);
    if (!affordable || limit.signum() <= 0 || units.precision() - units.scale() > 15) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected to %s at about %s %s for one %s, found that it takes %s"
              .formatted(
                  terms.description(), last.toPlainString(), pair.quote(), pair.base(), units));
    }
    return Result.success(new ExchangeOrder(pair, side, units.longValueExact(), limit));
  }
}
