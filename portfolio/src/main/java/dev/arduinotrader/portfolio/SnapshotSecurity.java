package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A security as a snapshot sees it.
 *
 * @param price the latest known, null when there is none
 * @param pricedAt when it was made, null without a price
 * @param dates when it was last traded here, also when nothing of it is held
 */
public record SnapshotSecurity(
    Isin isin,
    String symbol,
    String name,
    @Nullable String country,
    @Nullable String industry,
    String exchange,
    QuoteUnit quoteUnit,
    Lot lot,
    boolean tradable,
    @Nullable Price price,
    @Nullable Instant pricedAt,
    TradeDates dates) {
  /** Snapshots of earlier versions have no dates. */
  public SnapshotSecurity(
      Isin isin,
      String symbol,
      String name,
      @Nullable String country,
      @Nullable String industry,
      String exchange,
      QuoteUnit quoteUnit,
      Lot lot,
      boolean tradable,
      @Nullable Price price,
      @Nullable Instant pricedAt,
      @Nullable TradeDates dates) {
    this.isin = isin;
    this.symbol = symbol;
    this.name = name;
    this.country = country;
    this.industry = industry;
    this.exchange = exchange;
    this.quoteUnit = quoteUnit;
    this.lot = lot;
    this.tradable = tradable;
    this.price = price;
    this.pricedAt = pricedAt;
    this.dates = dates == null ? TradeDates.NONE : dates;
  }

  /** A security that was never traded here. */
  public SnapshotSecurity(
      Isin isin,
      String symbol,
      String name,
      @Nullable String country,
      @Nullable String industry,
      String exchange,
      QuoteUnit quoteUnit,
      Lot lot,
      boolean tradable,
      @Nullable Price price,
      @Nullable Instant pricedAt) {
    this(
        isin,
        symbol,
        name,
        country,
        industry,
        exchange,
        quoteUnit,
        lot,
        tradable,
        price,
        pricedAt,
        TradeDates.NONE);
  }

  /** The same security with the dates of its trades. */
  public SnapshotSecurity with(TradeDates traded) {
    return new SnapshotSecurity(
        isin, symbol, name, country, industry, exchange, quoteUnit, lot, tradable, price, pricedAt,
        traded);
  }
}
