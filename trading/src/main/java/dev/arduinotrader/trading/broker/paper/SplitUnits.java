package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.universe.CorporateAction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a split makes of units held: new ones as far as they are whole, and a fraction that is paid
 * out.
 *
 * @param after the new units
 * @param paidOut the rest, counted in old units; zero or more
 */
record SplitUnits(Quantity after, Quantity paidOut) {
  /** Digits of a fraction that is kept. */
  private static final int KEPT_DIGITS = 6;

  /**
   * Units are whole where lots are, and as fine as lots elsewhere. Where only the fraction would
   * change, it is kept: there would be nothing to book the payment with.
   *
   * @param units above zero
   */
  static SplitUnits of(CorporateAction.Split split, Quantity units, Lot lot) {
    BigDecimal made = units.value().multiply(BigDecimal.valueOf(split.newShares()));
    BigDecimal old = BigDecimal.valueOf(split.oldShares());
    BigDecimal grain = lot.size().min(BigDecimal.ONE);
    BigDecimal whole = made.divide(old.multiply(grain), 0, RoundingMode.FLOOR).multiply(grain);
    if (whole.compareTo(units.value()) == 0) {
      whole = made.divide(old, KEPT_DIGITS, RoundingMode.FLOOR);
    }
    BigDecimal rest =
        made.subtract(whole.multiply(old))
            .divide(BigDecimal.valueOf(split.newShares()), MathContext.DECIMAL128);
    return new SplitUnits(new Quantity(whole), new Quantity(rest));
  }
}
