package dev.arduinotrader.platform.sql;

import org.jdbi.v3.core.Handle;

/** Which process has opened each store last: the only table beside those of the stores. */
final class PostgresOwners {
  private PostgresOwners() {}

  /** Makes the table where it is missing, in the caller's transaction. */
  static void create(Handle handle) {
    if (exists(handle)) {
      return;
    }
    // Stores open at the same time, and two creations at once would fail.
    handle.execute(
        "do $$ begin perform pg_advisory_xact_lock(hashtextextended('arduino_trader', 0)); end $$");
    handle.execute("create schema if not exists arduino_trader");
    handle.execute(
        "create table if not exists arduino_trader.store_owner"
            + " (store text primary key, token text not null)");
    // An earlier version made it without.
    handle.execute(
        "alter table arduino_trader.store_owner add column if not exists"
            + " renewed_at timestamptz not null default clock_timestamp()");
  }

  private static boolean exists(Handle handle) {
    return handle
        .createQuery(
            "select count(*) = 1 from information_schema.columns"
                + " where table_schema = 'arduino_trader' and table_name = 'store_owner'"
                + " and column_name = 'renewed_at'")
        .mapTo(Boolean.class)
        .one();
  }

  /** Says by the server's clock that the writer lives. */
  static void renew(Handle handle, Schema schema) {
    handle
        .createUpdate(
            "update arduino_trader.store_owner set renewed_at = clock_timestamp()"
                + " where store = :store")
        .bind("store", schema.name())
        .execute();
  }

  /** Leaves a new mark and gives it. */
  static String sign(Handle handle, Schema schema) {
    return handle
        .createQuery(
            "insert into arduino_trader.store_owner (store, token)"
                + " values (:store, gen_random_uuid()::text)"
                + " on conflict (store) do update set token = excluded.token,"
                + " renewed_at = clock_timestamp() returning token")
        .bind("store", schema.name())
        .mapTo(String.class)
        .one();
  }

  static String find(Handle handle, Schema schema) {
    return handle
        .createQuery("select token from arduino_trader.store_owner where store = :store")
        .bind("store", schema.name())
        .mapTo(String.class)
        .findOne()
        .orElse("nobody");
  }
}
