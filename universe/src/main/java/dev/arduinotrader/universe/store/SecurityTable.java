package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and writes the facts in force about securities. */
final class SecurityTable {
  private static final String COLUMNS =
      "isin, symbol, name, product_type, country, industry, exchange, quote_unit, lot, tick,"
          + " tradable, simulated";

  private SecurityTable() {}

  static Optional<Security> find(Handle handle, Isin isin) {
    return handle
        .createQuery("select " + COLUMNS + " from security where isin = :isin")
        .bind("isin", isin.value())
        .map((row, context) -> security(row))
        .findOne();
  }

  static Optional<Security> listed(Handle handle, String exchange, String symbol) {
    return handle
        .createQuery(
            "select " + COLUMNS + " from security where exchange = :exchange and symbol = :symbol")
        .bind("exchange", exchange)
        .bind("symbol", symbol)
        .map((row, context) -> security(row))
        .findOne();
  }

  static void put(Handle handle, Security security) {
    Price tick = security.tick();
    handle
        .createUpdate(
            "insert into security ("
                + COLUMNS
                + ") values (:isin, :symbol, :name, :type, :country, :industry, :exchange, :unit,"
                + " :lot, :tick, :tradable, :simulated) on conflict (isin) do update set"
                + " symbol = excluded.symbol, name = excluded.name,"
                + " product_type = excluded.product_type, country = excluded.country,"
                + " industry = excluded.industry, exchange = excluded.exchange,"
                + " quote_unit = excluded.quote_unit, lot = excluded.lot, tick = excluded.tick,"
                + " tradable = excluded.tradable, simulated = excluded.simulated")
        .bind("isin", security.isin().value())
        .bind("symbol", security.symbol())
        .bind("name", security.name())
        .bind("type", security.productType().name())
        .bind("country", security.country())
        .bind("industry", security.industry())
        .bind("exchange", security.exchange())
        .bind("unit", security.quoteUnit().code())
        .bind("lot", security.lot().toString())
        .bind("tick", tick == null ? null : tick.value().toPlainString())
        .bind("tradable", security.tradable())
        .bind("simulated", security.simulated())
        .execute();
  }

  private static Security security(ResultSet row) throws SQLException {
    QuoteUnit unit = QuoteUnit.of(row.getString("quote_unit"));
    String tick = row.getString("tick");
    return new Security(
        Isin.of(row.getString("isin")),
        row.getString("symbol"),
        row.getString("name"),
        ProductType.valueOf(row.getString("product_type")),
        row.getString("country"),
        row.getString("industry"),
        row.getString("exchange"),
        unit,
        Lot.of(row.getString("lot")),
        tick == null ? null : Price.of(tick, unit),
        row.getBoolean("tradable"),
        row.getBoolean("simulated"));
  }
}
