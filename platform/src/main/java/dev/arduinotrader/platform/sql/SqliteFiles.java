package dev.arduinotrader.platform.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Plain connections to SQLite files that no store has open through us. */
final class SqliteFiles {
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  private SqliteFiles() {}

  /** A connection that leaves transactions to its user. */
  static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  static Connection reading(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** Makes one file out of a database and tells whether its pages and rows fit together. */
  static String settle(Path file) throws SQLException {
    try (Connection connection = open(file)) {
      one(connection, "pragma journal_mode = delete");
      String state = one(connection, "pragma integrity_check(1)");
      try (Statement statement = connection.createStatement();
          ResultSet orphans = statement.executeQuery("pragma foreign_key_check")) {
        return orphans.next() ? "a row of " + orphans.getString(1) + " without its parent" : state;
      }
    }
  }

  static int version(Path file) throws SQLException {
    try (Connection connection = reading(file)) {
      return Integer.parseInt(
          one(
              connection,
              "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history"
                  + " where success = 1"));
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    }
  }
}
