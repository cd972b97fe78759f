package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;

/** Securities for tests. */
final class Listings {
  private Listings() {}

  static Security listed(String symbol, String exchange, String unit) {
    return new Security(
        Isin.privateCode(exchange, symbol),
        symbol,
        symbol,
        ProductType.EQUITY,
        null,
        null,
        exchange,
        QuoteUnit.of(unit),
        Lot.of("1"),
        null,
        true,
        false);
  }
}
