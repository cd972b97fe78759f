package dev.arduinotrader.platform.sql;

import dev.arduinotrader.kernel.result.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** All stores of a PostgreSQL database at one instant: one transaction sees them all. */
final class PostgresMoment implements AutoCloseable {
  private final Connection connection;

  private PostgresMoment(Connection connection) {
    this.connection = connection;
  }

  static PostgresMoment of(PostgresAccess access) throws SQLException {
    PGSimpleDataSource source = PostgresSessions.migrating(access, new Schema("arduino_trader", 0));
    Connection connection;
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw new ProblemException(
          SqlReason.DATABASE_UNREACHABLE.problem(
              "cannot reach %s: %s\nMaybe check that it runs, the address and the password."
                  .formatted(access, e.getMessage())));
    }
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return new PostgresMoment(connection);
  }

  /** The stores that this transaction sees, by name. */
  List<Schema> stores() throws SQLException {
    List<String> names =
        strings(
            "select table_schema from information_schema.tables"
                + " where table_name = 'flyway_schema_history' order by table_schema");
    List<Schema> stores = new ArrayList<>();
    for (String name : names) {
      String version =
          strings(
                  "select coalesce(max(floor(version::numeric)), 0)::text from \""
                      + name
                      + "\".flyway_schema_history where success and version is not null")
              .getFirst();
      stores.add(new Schema(name, Integer.parseInt(version)));
    }
    return stores;
  }

  /** Writes a store to {@code target/<store>.db}. */
  void copy(Schema store, Path target) throws SQLException {
    // Made by the same migrations, so that it has the same tables.
    Database.open(target, store, Durability.NORMAL).close();
    Path file = target.resolve(store.name() + ".db");
    if (SqliteFiles.version(file) != store.version()) {
      throw new IllegalStateException(
          "expected version %d of %s, found this program at version %d"
              .formatted(SqliteFiles.version(file), store.name(), store.version()));
    }
    try (Connection into = SqliteFiles.open(file)) {
      into.setAutoCommit(false);
      TableCopy.fillSqlite(connection, store.name(), into);
      into.commit();
    }
  }

  private List<String> strings(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
