package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.universe.BestOrders;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and writes the prices of moments. */
final class QuoteTable {
  /** The daily bars tell what was longer ago. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String SELECT =
      "select isin, price, at_micros, source, bid, ask from quote where isin = :isin"
          + " and at_micros > :after and at_micros <= :until";

  private QuoteTable() {}

  static Optional<KnownQuote> latest(Handle handle, Isin isin, Instant until) {
    return find(handle, isin, Instant.EPOCH, until, " order by at_micros desc, source limit 1");
  }

  static Optional<KnownQuote> firstAfter(Handle handle, Isin isin, Instant after, Instant until) {
    return find(handle, isin, after, until, " order by at_micros, source limit 1");
  }

  private static Optional<KnownQuote> find(
      Handle handle, Isin isin, Instant after, Instant until, String order) {
    return handle
        .createQuery(SELECT + order)
        .bind("isin", isin.value())
        .bind("after", CommonMessages.toMicros(after))
        .bind("until", CommonMessages.toMicros(until))
        .map((row, context) -> quote(row))
        .findOne();
  }

  /** Keeps a quote, and no longer those of its security that are too old. */
  static void put(Handle handle, KnownQuote quote) {
    handle
        .createUpdate(
            "insert into quote (isin, at_micros, source, price, bid, ask)"
                + " values (:isin, :at, :source, :price, :bid, :ask)"
                + " on conflict (isin, at_micros, source) do update set price = excluded.price,"
                + " bid = excluded.bid, ask = excluded.ask")
        .bind("isin", quote.isin().value())
        .bind("at", CommonMessages.toMicros(quote.at()))
        .bind("source", quote.source())
        .bind("price", quote.price().toPlainString())
        .bind("bid", text(quote.orders().bid()))
        .bind("ask", text(quote.orders().ask()))
        .execute();
    handle
        .createUpdate("delete from quote where isin = :isin and at_micros < :before")
        .bind("isin", quote.isin().value())
        .bind("before", CommonMessages.toMicros(quote.at().minus(KEPT)))
        .execute();
  }

  private static KnownQuote quote(ResultSet row) throws SQLException {
    return new KnownQuote(
        Isin.of(row.getString(1)),
        Decimals.parse(row.getString(2)),
        CommonMessages.fromMicros(row.getLong(3)),
        row.getString(4),
        new BestOrders(decimal(row.getString(5)), decimal(row.getString(6))));
  }

  private static @Nullable String text(@Nullable BigDecimal price) {
    return price == null ? null : price.toPlainString();
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : Decimals.parse(text);
  }
}
