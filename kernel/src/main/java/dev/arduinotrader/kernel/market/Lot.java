package dev.arduinotrader.kernel.market;

import dev.arduinotrader.kernel.number.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The step in which a security trades: every ordered quantity is a whole number of lots.
 *
 * @param size greater than zero
 */
public record Lot(BigDecimal size) {
  public static final Lot ONE = new Lot(BigDecimal.ONE);

  public Lot {
    if (size.signum() <= 0) {
      throw new IllegalArgumentException("expected a lot above zero, found " + size);
    }
    size = size.stripTrailingZeros();
  }

  public static Lot of(String size) {
    return new Lot(Decimals.parse(size));
  }

  /** True when the quantity is a whole number of lots. */
  public boolean divides(Quantity quantity) {
    return quantity.value().remainder(size).signum() == 0;
  }

  /** The largest whole number of lots that is not above the quantity; zero for negatives. */
  public Quantity floor(BigDecimal quantity) {
    if (quantity.signum() <= 0) {
      return Quantity.ZERO;
    }
    return new Quantity(quantity.divide(size, 0, RoundingMode.FLOOR).multiply(size));
  }

  @Override
  public String toString() {
    return size.toPlainString();
  }
}
