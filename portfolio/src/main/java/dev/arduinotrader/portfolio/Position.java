package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A holding of one security.
 *
 * @param quantity negative only while a missing entry is awaited
 * @param cost what the units held have cost at average, with the fees charged in the security's
 *     currency, in that currency; null when not known
 * @param price the latest known, null when there is none
 * @param pricedAt when that price was made, null without one
 * @param value quantity times price in the security's currency; null without a price
 * @param valueInBase the same in the base currency; null without a price or a rate
 * @param firstBoughtAt the first purchase of the units now held
 * @param lastBoughtAt the latest purchase
 * @param lastSoldAt the latest sale, null when never sold
 * @param note why a value is missing or the holding is blocked; empty otherwise
 * @param priceSource who says the price, null when nobody does
 */
public record Position(
    Isin isin,
    String symbol,
    String name,
    Quantity quantity,
    @Nullable Money cost,
    @Nullable Price price,
    @Nullable Instant pricedAt,
    @Nullable Money value,
    @Nullable Money valueInBase,
    @Nullable Instant firstBoughtAt,
    @Nullable Instant lastBoughtAt,
    @Nullable Instant lastSoldAt,
    String note,
    @Nullable String priceSource) {
  /** The same holding with another note. */
  public Position withNote(String newNote) {
    return new Position(
        isin,
        symbol,
        name,
        quantity,
        cost,
        price,
        pricedAt,
        value,
        valueInBase,
        firstBoughtAt,
        lastBoughtAt,
        lastSoldAt,
        newNote,
        priceSource);
  }

  /** A holding whose price comes from nobody in particular. */
  public Position(
      Isin isin,
      String symbol,
      String name,
      Quantity quantity,
      @Nullable Money cost,
      @Nullable Price price,
      @Nullable Instant pricedAt,
      @Nullable Money value,
      @Nullable Money valueInBase,
      @Nullable Instant firstBoughtAt,
      @Nullable Instant lastBoughtAt,
      @Nullable Instant lastSoldAt,
      String note) {
    this(
        isin,
        symbol,
        name,
        quantity,
        cost,
        price,
        pricedAt,
        value,
        valueInBase,
        firstBoughtAt,
        lastBoughtAt,
        lastSoldAt,
        note,
        null);
  }
}
