package dev.arduinotrader.universe.store;

import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.ImportFinding;
import dev.arduinotrader.universe.PriceFinding;
import dev.arduinotrader.universe.PriceFinding.ChangedValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Reads and writes what imports found wrong. */
final class FindingTable {
  /** About two megabytes of changed numbers on a page. */
  private static final int CHANGES_MAX = 40_000;

  private FindingTable() {}

  static long nextImport(Handle handle) {
    return handle
        .createQuery("select coalesce(max(import_number), 0) + 1 from finding")
        .mapTo(Long.class)
        .one();
  }

  /** Forgets what earlier imports of this series from this source found. */
  static void forget(Handle handle, String series, String source) {
    handle
        .createUpdate("delete from finding where series_key = :series and source = :source")
        .bind("series", series)
        .bind("source", source)
        .execute();
  }

  static void add(
      Handle handle,
      long importNumber,
      int position,
      String source,
      Instant now,
      List<PriceFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into finding (import_number, position, series_key, source, bar_time, field,"
                + " found_value, kind, action, kept_value, confidence, method, why, changes,"
                + " found_at_micros) values (:import, :position, :series, :source, :time, :field,"
                + " :found, :kind, :action, :kept, :confidence, :method, :why, :changes, :at)");
    int next = position;
    for (PriceFinding finding : findings) {
      batch
          .bind("import", importNumber)
          .bind("position", next++)
          .bind("series", finding.series())
          .bind("source", source)
          .bind("time", finding.date())
          .bind("field", finding.field())
          .bind("found", finding.value())
          .bind("kind", finding.kind())
          .bind("action", finding.action())
          .bind("kept", finding.repairedValue())
          .bind("confidence", finding.confidence())
          .bind("method", finding.method())
          .bind("why", finding.why())
          .bind("changes", Json.write(finding.changes()))
          .bind("at", CommonMessages.toMicros(now))
          .add();
    }
    batch.execute();
  }

  static FindingPage page(Handle handle, FindingQuery query) {
    long[] after = after(query.after());
    List<ImportFinding> found = new ArrayList<>();
    List<String> positions = new ArrayList<>();
    var select =
        handle
            .createQuery(
                "select * from finding where (import_number > :import or (import_number = :import"
                    + " and position > :position))"
                    + (query.series() == null ? "" : " and series_key = :series")
                    + (query.kind() == null ? "" : " and kind = :kind")
                    + (query.importNumber() == null ? "" : " and import_number = :only")
                    + " order by import_number, position limit :limit")
            .bind("import", after[0])
            .bind("position", after[1])
            .bind("limit", query.limit() + 1);
    bindIfGiven(select, "series", query.series());
    bindIfGiven(select, "kind", query.kind());
    bindIfGiven(select, "only", query.importNumber());
    select
        .map(
            (row, context) -> {
              found.add(finding(row));
              return positions.add(row.getLong("import_number") + ":" + row.getLong("position"));
            })
        .list();
    int size = fitting(found, query.limit());
    return new FindingPage(
        found.subList(0, size), size < found.size() ? positions.get(size - 1) : null);
  }

  private static void bindIfGiven(
      org.jdbi.v3.core.statement.Query select, String name, @Nullable Object value) {
    if (value != null) {
      select.bind(name, value);
    }
  }

  private static int fitting(List<ImportFinding> found, int limit) {
    int size = 0;
    int changes = 0;
    while (size < Math.min(limit, found.size())) {
      changes += found.get(size).finding().changes().size();
      if (size > 0 && changes > CHANGES_MAX) {
        break;
      }
      size++;
    }
    return size;
  }

  private static long[] after(@Nullable String cursor) {
    if (cursor == null) {
      return new long[] {0, -1};
    }
    int colon = cursor.indexOf(':');
    return new long[] {
      Long.parseLong(cursor.substring(0, colon)), Long.parseLong(cursor.substring(colon + 1))
    };
  }

  private static ImportFinding finding(ResultSet row) throws SQLException {
    return new ImportFinding(
        row.getLong("import_number"),
        row.getString("source"),
        CommonMessages.fromMicros(row.getLong("found_at_micros")),
        new PriceFinding(
            row.getString("series_key"),
            row.getString("bar_time"),
            row.getString("field"),
            number(row, "found_value"),
            row.getString("kind"),
            row.getString("action"),
            number(row, "kept_value"),
            row.getDouble("confidence"),
            row.getString("method"),
            row.getString("why"),
            List.of(Json.read(row.getString("changes"), ChangedValue[].class))));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
