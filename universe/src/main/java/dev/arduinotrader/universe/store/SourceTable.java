package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.model.SourceRanking;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Which sources have a series of a security, and which of them the owner believes first. */
final class SourceTable {
  private SourceTable() {}

  /** The key of the series of a security from a source. */
  static String key(Isin isin, String sourceName) {
    return sourceName.equals(SourceRanking.FILES) ? isin.value() : isin + "@" + sourceName;
  }

  /** The keys of all stored series of a security, by the name of their source. */
  static NavigableMap<String, String> keys(Handle handle, Isin isin) {
    NavigableMap<String, String> keys = new TreeMap<>();
    handle
        .createQuery("select source_name, series_key from series_source where isin = :isin")
        .bind("isin", isin.value())
        .map((row, context) -> keys.put(row.getString(1), row.getString(2)))
        .list();
    boolean fromFiles =
        handle
                .createQuery("select count(*) from series where series_key = :isin")
                .bind("isin", isin.value())
                .mapTo(Integer.class)
                .one()
            > 0;
    if (fromFiles) {
      keys.put(SourceRanking.FILES, isin.value());
    }
    return keys;
  }

  /** Notes that a source has a series of a security; files need no note. */
  static void note(Handle handle, Isin isin, String sourceName) {
    if (!sourceName.equals(SourceRanking.FILES)) {
      handle
          .createUpdate(
              "insert into series_source (series_key, isin, source_name)"
                  + " values (:key, :isin, :source) on conflict (series_key) do nothing")
          .bind("key", key(isin, sourceName))
          .bind("isin", isin.value())
          .bind("source", sourceName)
          .execute();
    }
  }

  static SourceRanking ranking(Handle handle) {
    return new SourceRanking(
        handle
            .createQuery("select source_name from source_order order by position")
            .mapTo(String.class)
            .list());
  }

  /** All sources of which a series of a security is stored. */
  static List<String> all(Handle handle) {
    List<String> names =
        handle
            .createQuery("select distinct source_name from series_source order by source_name")
            .mapTo(String.class)
            .list();
    boolean files =
        handle
                .createQuery(
                    "select count(*) from security where isin in (select series_key from series)")
                .mapTo(Integer.class)
                .one()
            > 0;
    return files
        ? java.util.stream.Stream.concat(
                java.util.stream.Stream.of(SourceRanking.FILES), names.stream())
            .toList()
        : names;
  }

  static void order(Handle handle, SourceRanking ranking) {
    handle.createUpdate("delete from source_order").execute();
    for (int i = 0; i < ranking.names().size(); i++) {
      handle
          .createUpdate(
              "insert into source_order (position, source_name) values (:position, :source)")
          .bind("position", i + 1)
          .bind("source", ranking.names().get(i))
          .execute();
    }
  }
}
