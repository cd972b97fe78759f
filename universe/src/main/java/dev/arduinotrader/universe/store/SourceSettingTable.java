package dev.arduinotrader.universe.store;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceKind;
import dev.arduinotrader.universe.SourceSetting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and writes what is kept about sources. */
final class SourceSettingTable implements SourceStore {
  private final Database database;

  SourceSettingTable(Database database) {
    this.database = database;
  }

  @Override
  public List<SourceSetting> settings() {
    return database.read(SourceSettingTable::settings);
  }

  @Override
  public Map<String, SourceHealth> health() {
    return database.read(
        handle -> {
          Map<String, SourceHealth> health = new HashMap<>();
          handle
              .createQuery(
                  "select name, successes, failures, failures_in_a_row, last_success_micros,"
                      + " last_failure_micros, last_failure_why, resting_until_micros"
                      + " from source_health")
              .map((row, context) -> Map.entry(row.getString(1), health(row)))
              .forEach(entry -> health.put(entry.getKey(), entry.getValue()));
          return health;
        });
  }

  @Override
  public Map<CursorKey, Cursor> cursors() {
    return database.read(
        handle -> {
          Map<CursorKey, Cursor> cursors = new HashMap<>();
          handle
              .createQuery("select isin, source, covered_until, at_micros from sync_cursor")
              .map(
                  (row, context) ->
                      Map.entry(
                          new CursorKey(Isin.of(row.getString(1)), row.getString(2)),
                          new Cursor(row.getInt(3), CommonMessages.fromMicros(row.getLong(4)))))
              .forEach(entry -> cursors.put(entry.getKey(), entry.getValue()));
          return cursors;
        });
  }

  @Override
  public void putHealth(Map<String, SourceHealth> health) {
    database.writing(handle -> health.forEach((name, value) -> putHealth(handle, name, value)));
  }

  private static List<SourceSetting> settings(Handle handle) {
    return handle
        .createQuery(
            "select name, kind, location, public_key, private_key, requests_per_minute,"
                + " timeout_millis from source order by position")
        .map((row, context) -> setting(row))
        .list();
  }

  private static SourceSetting setting(ResultSet row) throws SQLException {
    return new SourceSetting(
        row.getString(1),
        SourceKind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        Duration.ofMillis(row.getLong(7)));
  }

  private static SourceHealth health(ResultSet row) throws SQLException {
    return new SourceHealth(
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        instant(row, 5),
        instant(row, 6),
        row.getString(7),
        instant(row, 8));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : CommonMessages.fromMicros(micros);
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : CommonMessages.toMicros(instant);
  }

  private static void putHealth(Handle handle, String name, SourceHealth health) {
    handle
        .createUpdate(
            "insert into source_health (name, successes, failures, failures_in_a_row,"
                + " last_success_micros, last_failure_micros, last_failure_why,"
                + " resting_until_micros) values (:name, :successes, :failures, :row, :success,"
                + " :failure, :why, :resting) on conflict (name) do update set"
                + " successes = excluded.successes, failures = excluded.failures,"
                + " failures_in_a_row = excluded.failures_in_a_row,"
                + " last_success_micros = excluded.last_success_micros,"
                + " last_failure_micros = excluded.last_failure_micros,"
                + " last_failure_why = excluded.last_failure_why,"
                + " resting_until_micros = excluded.resting_until_micros")
        .bind("name", name)
        .bind("successes", health.successes())
        .bind("failures", health.failures())
        .bind("row", health.failuresInARow())
        .bind("success", micros(health.lastSuccess()))
        .bind("failure", micros(health.lastFailure()))
        .bind("why", health.lastFailureWhy())
        .bind("resting", micros(health.restingUntil()))
        .execute();
  }

  /** What a transaction of the universe may do with sources. */
  static SourceStore.Change change(Handle handle) {
    return new Change(handle);
  }

  private record Change(Handle handle) implements SourceStore.Change {
    @Override
    public List<SourceSetting> settings() {
      return SourceSettingTable.settings(handle);
    }

    @Override
    public void put(List<SourceSetting> settings) {
      handle.execute("delete from source");
      for (int i = 0; i < settings.size(); i++) {
        insert(settings.get(i), i);
      }
      handle.execute("delete from source_health where name not in (select name from source)");
      handle.execute("delete from sync_cursor where source not in (select name from source)");
    }

    private void insert(SourceSetting setting, int position) {
      handle
          .createUpdate(
              "insert into source (name, position, kind, location, public_key, private_key,"
                  + " requests_per_minute, timeout_millis) values (:name, :position, :kind,"
                  + " :location, :public, :private, :pace, :timeout)")
          .bind("name", setting.name())
          .bind("position", position)
          .bind("kind", setting.kind().name())
          .bind("location", setting.location())
          .bind("public", setting.publicKey())
          .bind("private", setting.privateKey())
          .bind("pace", setting.requestsPerMinute())
          .bind("timeout", setting.timeout().toMillis())
          .execute();
    }

    @Override
    public void put(CursorKey key, Cursor cursor) {
      handle
          .createUpdate(
              "insert into sync_cursor (isin, source, covered_until, at_micros)"
                  + " values (:isin, :source, :until, :at) on conflict (isin, source) do update set"
                  + " covered_until = excluded.covered_until, at_micros = excluded.at_micros")
          .bind("isin", key.isin().value())
          .bind("source", key.source())
          .bind("until", cursor.coveredUntil())
          .bind("at", CommonMessages.toMicros(cursor.at()))
          .execute();
    }
  }
}
