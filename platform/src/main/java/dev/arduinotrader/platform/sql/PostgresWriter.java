package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.result.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection over which a store is written. It holds the store's lock as long as it lives,
 * so nobody can write without having the lock. When it breaks it is opened again, and works on only
 * if nobody else has had the store in between.
 */
final class PostgresWriter implements AutoCloseable {
  private static final String LOCK_TIMEOUT = "2s";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int VALID_SECONDS_MAX = 5;
  private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final PostgresAccess access;
  private final Schema schema;
  private final Jdbi jdbi;
  private final PostgresLease lease;
  private final @Nullable PostgresStandby standby;
  private boolean tookOver;
  private @Nullable Handle handle;
  private @Nullable String ownerToken;
  private long usedNanos;

  /**
   * @param standby what to do when another process has the store; null to give up at once
   */
  PostgresWriter(PostgresAccess access, Schema schema, @Nullable PostgresStandby standby) {
    this.access = access;
    this.schema = schema;
    this.standby = standby;
    this.lease = new PostgresLease(schema);
    this.jdbi = PostgresSessions.jdbi(PostgresSessions.writing(access, schema));
  }

  /**
   * The connection, with the store's lock; one thread at a time.
   *
   * @throws ProblemException {@link SqlReason} when the server or the lock cannot be had
   */
  Handle handle() {
    Handle open = handle;
    if (open != null && !isAlive(open)) {
      drop();
      open = null;
    }
    if (open == null) {
      open = own(connect());
      handle = open;
    }
    usedNanos = System.nanoTime();
    return open;
  }

  PostgresLease lease() {
    return lease;
  }

  /** Whether the store was in use by a process that fell silent. */
  boolean hasTakenOver() {
    return tookOver;
  }

  private boolean isAlive(Handle open) {
    try {
      return !open.getConnection().isClosed()
          && (System.nanoTime() - usedNanos < TRUSTED_NANOS
              || open.getConnection().isValid(VALID_SECONDS_MAX));
    } catch (SQLException e) {
      return false;
    }
  }

  private Handle connect() {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      throw unreachable(access, e);
    }
  }

  static ProblemException unreachable(PostgresAccess access, ConnectionException failure) {
    Throwable cause = failure.getCause();
    return new ProblemException(
        SqlReason.DATABASE_UNREACHABLE.problem(
            "cannot reach %s: %s\nMaybe check that it runs, the address and the password."
                .formatted(access, cause == null ? failure.getMessage() : cause.getMessage())));
  }

  private Handle own(Handle fresh) {
    boolean owned = false;
    try {
      if (ownerToken == null && standby != null) {
        await(fresh, standby);
      }
      lock(fresh);
      long before = System.nanoTime();
      String token = fresh.inTransaction(this::sign);
      if (ownerToken != null && !token.equals(ownerToken)) {
        throw new ProblemException(
            SqlReason.DATABASE_TAKEN_OVER.problem(
                "another process has had %s on %s while the connection was broken\nMaybe stop this one."
                    .formatted(schema.name(), access)));
      }
      ownerToken = token;
      lease.renewed(before);
      owned = true;
      return fresh;
    } finally {
      if (!owned) {
        fresh.close();
      }
    }
  }

  /** Waits until the store is free, or its writer has been silent for too long. */
  private void await(Handle fresh, PostgresStandby patience) {
    fresh.useTransaction(PostgresOwners::create);
    while (true) {
      try {
        lock(fresh);
        return;
      } catch (ProblemException inUse) {
        patience.waiting().accept(inUse.problem().message());
        tookOver |= patience.endSilentWriter(fresh, schema, lockName());
      }
    }
  }

  private void lock(Handle fresh) {
    fresh.execute("set lock_timeout = '" + LOCK_TIMEOUT + "'");
    try {
      fresh
          .createQuery("select 1 from (select pg_advisory_lock(hashtextextended(:name, 0))) locked")
          .bind("name", lockName())
          .mapTo(Integer.class)
          .one();
    } catch (JdbiException e) {
      if (e.getCause() instanceof SQLException cause
          && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw new ProblemException(
            SqlReason.DATABASE_IN_USE.problem(
                "%s works on %s of %s\nMaybe stop it; one that was cut off is forgotten after half a minute."
                    .formatted(holder(fresh).orElse("another process"), schema.name(), access)));
      }
      throw e;
    }
  }

  /** Who has the lock, as the server knows it. */
  private Optional<String> holder(Handle fresh) {
    return fresh
        .createQuery(
            "select a.application_name || coalesce(' at ' || host(a.client_addr), '')"
                + " from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                + " where l.locktype = 'advisory' and l.granted and l.objsubid = 1"
                + " and (l.classid::bigint << 32) | l.objid::bigint ="
                + " hashtextextended(:name, 0)")
        .bind("name", lockName())
        .mapTo(String.class)
        .findFirst();
  }

  private String lockName() {
    return "arduino_trader/" + schema.name();
  }

  /** On the first connection leaves a new mark for others; on later ones finds whose is there. */
  private String sign(Handle fresh) {
    PostgresOwners.create(fresh);
    return ownerToken == null
        ? PostgresOwners.sign(fresh, schema)
        : PostgresOwners.find(fresh, schema);
  }

  private void drop() {
    Handle broken = handle;
    handle = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (JdbiException e) {
        // It was broken before; the server has let go of it or will.
        org.slf4j.LoggerFactory.getLogger(PostgresWriter.class)
            .warn("the connection to {} of {} broke", schema.name(), access, e);
      }
    }
  }

  @Override
  public void close() {
    drop();
  }
}
