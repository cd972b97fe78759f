package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;
import java.util.NavigableMap;
import org.jdbi.v3.core.Handle;

/** Gives everything stored under one ISIN to another one. */
final class IsinMove {
  /** Every table with a column {@code isin}; a test holds this list to the schema. */
  static final List<String> TABLES =
      List.of(
          "security",
          "security_fact",
          "security_alias",
          "security_removal",
          "series_source",
          "corporate_action",
          "fundamental",
          "quote",
          "sync_cursor");

  /** Every table but {@code series} itself with a column {@code series_key}. */
  static final List<String> SERIES_PARTS =
      List.of("series_year", "series_stored", "series_source", "finding");

  private IsinMove() {}

  static void move(Handle handle, Isin from, Isin to) {
    NavigableMap<String, String> series = SourceTable.keys(handle, from);
    for (String table : TABLES) {
      String update = "update " + table + " set isin = :to where isin = :from";
      rename(handle, update, from.value(), to.value());
    }
    series.forEach((source, key) -> moveSeries(handle, key, SourceTable.key(to, source)));
  }

  /** The years refer to their series: the new one is there before they move, the old one after. */
  private static void moveSeries(Handle handle, String from, String to) {
    rename(
        handle,
        "insert into series (series_key, basis, source, version)"
            + " select :to, basis, source, version from series where series_key = :from",
        from,
        to);
    for (String table : SERIES_PARTS) {
      String update = "update " + table + " set series_key = :to where series_key = :from";
      rename(handle, update, from, to);
    }
    handle.createUpdate("delete from series where series_key = :from").bind("from", from).execute();
  }

  private static void rename(Handle handle, String update, String from, String to) {
    handle.createUpdate(update).bind("from", from).bind("to", to).execute();
  }
}
