package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wants of one security.
 *
 * @param allowBuy purchases are possible
 * @param allowSell sales are possible
 * @param managed the system may trade it at all
 * @param multiplier above 1 for a favourite, below 1 otherwise; 0.1 to 10
 * @param minimumWeight of the total, null for none
 * @param maximumWeight of the total, null for the general limit
 * @param note for people
 * @param buyCooldown no second purchase within it, null for the planner's general one
 * @param sellCooldown no second sale within it, null for the planner's general one
 */
public record SecurityWish(
    Isin isin,
    boolean allowBuy,
    boolean allowSell,
    boolean managed,
    double multiplier,
    @Nullable Double minimumWeight,
    @Nullable Double maximumWeight,
    String note,
    @Nullable Duration buyCooldown,
    @Nullable Duration sellCooldown) {

  /** A wish with the general cooldowns. */
  public SecurityWish(
      Isin isin,
      boolean allowBuy,
      boolean allowSell,
      boolean managed,
      double multiplier,
      @Nullable Double minimumWeight,
      @Nullable Double maximumWeight,
      String note) {
    this(
        isin,
        allowBuy,
        allowSell,
        managed,
        multiplier,
        minimumWeight,
        maximumWeight,
        note,
        null,
        null);
  }

  public static SecurityWish defaultFor(Isin isin) {
    return new SecurityWish(isin, true, true, true, 1.0, null, null, "");
  }
}
