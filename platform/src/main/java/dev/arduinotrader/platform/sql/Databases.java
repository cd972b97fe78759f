package dev.arduinotrader.platform.sql;

import java.nio.file.Path;

/** Where an installation keeps its stores, each in a database of its own. */
@FunctionalInterface
public interface Databases {
  /**
   * Opens one store, creating or migrating it where its version differs.
   *
   * @throws org.flywaydb.core.api.FlywayException when a migration fails; the store is as before
   * @throws dev.arduinotrader.kernel.result.ProblemException {@link SqlReason} when a server cannot
   *     be reached or another process has the store open
   */
  Database open(Schema schema, Durability durability);

  /** Each store in a SQLite file of this directory, which must exist. */
  static Databases in(Path directory) {
    return (schema, durability) -> Database.open(directory, schema, durability);
  }

  /** Each store in a schema of its own in this PostgreSQL database. */
  static Databases on(PostgresAccess access) {
    return (schema, durability) -> PostgresDatabase.openSchema(access, schema, null);
  }

  /**
   * The same for a process that stands by: opening a store that is in use waits until it is free or
   * its writer has fallen silent.
   */
  static Databases on(PostgresAccess access, PostgresStandby standby) {
    return (schema, durability) -> PostgresDatabase.openSchema(access, schema, standby);
  }
}
