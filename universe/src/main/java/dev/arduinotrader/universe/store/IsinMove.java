package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Gives everything stored under one ISIN to another one. */
final class IsinMove {
  /** Every table with a column {@code isin}; a test holds this list to the schema. */
  static final List<String> TABLES =
      List.of("security", "security_fact", "security_alias", "security_removal");

  /** Every table with a column {@code series_key} that refers to another one. */
  static final List<String> SERIES_PARTS = List.of("series_year");

  private IsinMove() {}

  static void move(Handle handle, Isin from, Isin to) {
    for (String table : TABLES) {
      rename(handle, "update " + table + " set isin = :to where isin = :from", from, to);
    }
    // The years refer to their series: the new one is there before they move, the old one after.
    rename(
        handle,
        "insert into series (series_key, basis, source, version)"
            + " select :to, basis, source, version from series where series_key = :from",
        from,
        to);
    for (String table : SERIES_PARTS) {
      rename(
          handle, "update " + table + " set series_key = :to where series_key = :from", from, to);
    }
    handle
        .createUpdate("delete from series where series_key = :from")
        .bind("from", from.value())
        .execute();
  }

  private static void rename(Handle handle, String update, Isin from, Isin to) {
    handle.createUpdate(update).bind("from", from.value()).bind("to", to.value()).execute();
  }
}
