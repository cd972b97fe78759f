package dev.arduinotrader.platform.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One schema of a PostgreSQL database, for one process at a time. */
final class PostgresDatabase extends Database {
  private final PostgresAccess access;
  private final Schema schema;
  private final PostgresWriter writer;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final PostgresThreads threads;
  private final PostgresHeartbeat heartbeat;
  private boolean closed;

  private PostgresDatabase(PostgresAccess access, Schema schema, PostgresWriter writer) {
    this.access = access;
    this.schema = schema;
    this.writer = writer;
    this.readers = PostgresSessions.reading(access, schema);
    this.reading = PostgresSessions.jdbi(readers);
    this.threads = new PostgresThreads(schema);
    this.heartbeat = PostgresHeartbeat.start(schema, () -> write(handle -> true));
  }

  static Database openSchema(
      PostgresAccess access, Schema schema, @Nullable PostgresStandby standby) {
    PostgresWriter writer = new PostgresWriter(access, schema, standby);
    try {
      if (version(writer.handle()) != schema.version()) {
        migrate(access, schema);
      }
      return new PostgresDatabase(access, schema, writer);
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private static void migrate(PostgresAccess access, Schema schema) {
    Flyway.configure()
        .dataSource(PostgresSessions.migrating(access, schema))
        .schemas(schema.name())
        .resourceProvider(new PostgresMigrations(schema))
        .javaMigrationClassProvider(List::of)
        .load()
        .migrate();
  }

  /** The version of the newest service migration, 0 in a new schema. */
  private static int version(Handle handle) {
    boolean migrated =
        handle
            .createQuery("select to_regclass('flyway_schema_history') is not null")
            .mapTo(Boolean.class)
            .one();
    return migrated
        ? handle
            .createQuery(
                "select coalesce(max(floor(version::numeric)), 0)"
                    + " from flyway_schema_history where success and version is not null")
            .mapTo(Integer.class)
            .one()
        : 0;
  }

  @Override
  <T> T carried(Supplier<T> work) {
    return threads.run(work);
  }

  @Override
  <T> T writeAlone(Function<Handle, T> work) {
    if (closed) {
      throw new IllegalStateException(name() + " is closed");
    }
    Handle handle = writer.handle();
    PostgresLease lease = writer.lease();
    if (!lease.isDue()) {
      return handle.inTransaction(work::apply);
    }
    long before = System.nanoTime();
    T done =
        handle.inTransaction(
            open -> {
              T result = work.apply(open);
              lease.renew(open);
              return result;
            });
    lease.renewed(before);
    return done;
  }

  @Override
  public boolean isOwnedFor(Duration duration) {
    return writer.lease().outlasts(duration);
  }

  @Override
  public boolean wasTakenOver() {
    return writer.hasTakenOver();
  }

  @Override
  public <T> T read(Function<Handle, T> work) {
    return carried(() -> readHere(work));
  }

  private <T> T readHere(Function<Handle, T> work) {
    try {
      return reading.inTransaction(work::apply);
    } catch (ConnectionException e) {
      throw PostgresWriter.unreachable(access, e);
    }
  }

  /** Asks the server over a fresh or resting connection. */
  @Override
  String checkReading() {
    return read(handle -> handle.createQuery("select 'ok'").mapTo(String.class).one());
  }

  /** A transaction with a number is one whose end is written. */
  @Override
  void writeNothing(Handle handle) {
    handle.createQuery("select txid_current()").mapTo(Long.class).one();
  }

  @Override
  public String name() {
    return schema.name() + " on " + access.address().place();
  }

  @Override
  void closeAlone() {
    // A heartbeat that waits for its turn must not connect anew.
    closed = true;
    heartbeat.close();
    readers.close();
    writer.close();
    threads.close();
  }
}
