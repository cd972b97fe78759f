package dev.arduinotrader.platform.sql;

import org.jdbi.v3.core.Handle;

/** Which process has opened each store last: the only table beside those of the stores. */
final class PostgresOwners {
  private PostgresOwners() {}

  /** Makes the table where it is missing, in the caller's transaction. */
  static void create(Handle handle) {
    boolean exists =
        handle
            .createQuery("select to_regclass('arduino_trader.store_owner') is not null")
            .mapTo(Boolean.class)
            .one();
    if (exists) {
      return;
    }
    // Stores open at the same time, and two creations at once would fail.
    handle.execute(
        "do $$ begin perform pg_advisory_xact_lock(hashtextextended('arduino_trader', 0)); end $$");
    handle.execute("create schema if not exists arduino_trader");
    handle.execute(
        "create table if not exists arduino_trader.store_owner"
            + " (store text primary key, token text not null)");
  }

  /** Leaves a new mark and gives it. */
  static String sign(Handle handle, Schema schema) {
    return handle
        .createQuery(
            "insert into arduino_trader.store_owner (store, token)"
                + " values (:store, gen_random_uuid()::text)"
                + " on conflict (store) do update set token = excluded.token returning token")
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
