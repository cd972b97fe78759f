package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One security of the compiled state, with open orders counted as done.
 *
 * @param basePerUnit what one unit is worth in the base currency; NaN when there is no price or
 *     rate that may be used
 * @param foreign whether trading it needs an exchange of currencies
 * @param quantity held, open orders applied; never negative
 * @param value of the quantity in the base currency
 * @param weight of the value in the total
 * @param country number of its country in the state's groups
 * @param industry number of its industry in the state's groups
 * @param block why it cannot be traded now, null when it can
 */
record Asset(
    SnapshotSecurity security,
    SecurityWish wish,
    double basePerUnit,
    boolean foreign,
    Quantity quantity,
    double value,
    double weight,
    int country,
    int industry,
    @Nullable Instant lastBoughtAt,
    @Nullable Instant lastSoldAt,
    @Nullable Block block) {

  Isin isin() {
    return security.isin();
  }

  String symbol() {
    return security.symbol();
  }

  boolean isPriced() {
    return !Double.isNaN(basePerUnit);
  }

  boolean isHeld() {
    return quantity.isPositive();
  }

  /** The value of one lot in the base currency. */
  double lotValue() {
    return basePerUnit * security.lot().size().doubleValue();
  }

  /** Whether the system itself may change the holding at all. */
  boolean isManaged() {
    return wish.managed();
  }
}
