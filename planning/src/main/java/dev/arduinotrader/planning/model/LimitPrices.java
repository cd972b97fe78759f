package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The limits of orders: 5 % above the price for purchases, 5 % below it for sales.
 *
 * <p>A snapshot does not tell the step of prices. So limits have two decimals, or four significant
 * digits below 1, and are rounded to the safe side: a purchase never pays, a sale never gets, more
 * than 5 % away from the price.
 */
final class LimitPrices {
  private static final BigDecimal DISTANCE = BigDecimal.valueOf(TradeCosts.LIMIT_DISTANCE);
  private static final int DECIMALS = 2;
  private static final int DIGITS = 4;

  private LimitPrices() {}

  static Price of(Price price, Side side) {
    BigDecimal distance = DISTANCE.multiply(BigDecimal.valueOf(side.sign()));
    BigDecimal exact = price.value().multiply(BigDecimal.ONE.add(distance));
    RoundingMode safe = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal limit =
        exact.compareTo(BigDecimal.ONE) >= 0
            ? exact.setScale(Math.min(DECIMALS, Math.max(0, exact.scale())), safe)
            : exact.round(new MathContext(DIGITS, safe));
    return new Price(limit, price.unit());
  }
}
