package dev.arduinotrader.platform.sql;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What a process does that waits for a store in use: nothing while the writer lives, and after a
 * silence as long as the lease it ends the writer's connection, with which the store's lock goes.
 * Whatever the writer still tries then finds the mark of another process.
 *
 * @param silenceMin how long the writer must have written and asked nothing
 * @param waiting hears what is waited for, about every two seconds
 */
public record PostgresStandby(Duration silenceMin, Consumer<String> waiting) {

  /** Takes over after the lease of a silent writer has run out. */
  public static PostgresStandby afterLease(Consumer<String> waiting) {
    return new PostgresStandby(PostgresLease.LENGTH, waiting);
  }

  /**
   * Ends the connection of a writer that has been silent for too long.
   *
   * @param lockName of the store
   * @return whether one was ended
   */
  boolean endSilentWriter(Handle handle, Schema schema, String lockName) {
    // A long transaction renews nothing before its end, but its statements are seen.
    List<Boolean> ended =
        handle
            .createQuery(
                "select pg_terminate_backend(a.pid) from pg_locks l"
                    + " join pg_stat_activity a on a.pid = l.pid"
                    + " left join arduino_trader.store_owner o on o.store = :store"
                    + " where l.locktype = 'advisory' and l.granted and l.objsubid = 1"
                    + " and (l.classid::bigint << 32) | l.objid::bigint ="
                    + " hashtextextended(:name, 0)"
                    + " and greatest(o.renewed_at, a.state_change, a.query_start)"
                    + " < clock_timestamp() - make_interval(secs => :seconds)")
            .bind("store", schema.name())
            .bind("name", lockName)
            .bind("seconds", silenceMin.toMillis() / 1e3)
            .mapTo(Boolean.class)
            .list();
    return !ended.isEmpty();
  }
}
