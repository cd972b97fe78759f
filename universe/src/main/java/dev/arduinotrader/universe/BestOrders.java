package dev.arduinotrader.universe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best orders of both sides at the moment of a quote, in the security's quote unit.
 *
 * @param bid above zero, null when nobody buys or the source does not say
 * @param ask above zero, null when nobody sells or the source does not say
 */
public record BestOrders(@Nullable BigDecimal bid, @Nullable BigDecimal ask) {
  /** Of a source that tells of no orders, such as daily closes. */
  public static final BestOrders UNTOLD = new BestOrders(null, null);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  public BestOrders {
    requirePositive("bid", bid);
    requirePositive("ask", ask);
  }

  private static void requirePositive(String side, @Nullable BigDecimal price) {
    if (price != null && price.signum() <= 0) {
      throw new IllegalArgumentException(
          "expected a %s above zero, found %s".formatted(side, price.toPlainString()));
    }
  }

  /** Whether the source told of any side. */
  public boolean isTold() {
    return bid != null || ask != null;
  }

  /**
   * The distance between both as a fraction of their middle, such as 0.001; below zero when the bid
   * is above the ask. Empty unless both are known.
   */
  public Optional<BigDecimal> spreadFraction() {
    return bid == null || ask == null
        ? Optional.empty()
        : Optional.of(ask.subtract(bid).multiply(TWO).divide(ask.add(bid), MathContext.DECIMAL64));
  }
}
